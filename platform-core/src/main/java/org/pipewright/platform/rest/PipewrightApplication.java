package org.pipewright.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The one JAX-RS application; resources of the core and of every module that is here are found by scanning. */
@ApplicationPath("api")
public class PipewrightApplication extends Application {}
