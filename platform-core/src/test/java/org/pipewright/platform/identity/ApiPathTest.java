package org.pipewright.platform.identity;

class ApiPathTest {}
