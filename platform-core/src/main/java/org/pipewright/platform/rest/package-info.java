/** What all REST endpoints share: the application, strict request bodies, problem documents. */
package org.pipewright.platform.rest;
