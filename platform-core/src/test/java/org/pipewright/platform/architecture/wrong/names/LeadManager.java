package org.pipewright.platform.architecture.wrong.names;

class LeadManager {}
