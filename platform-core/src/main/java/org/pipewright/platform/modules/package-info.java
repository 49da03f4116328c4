/** The modules that are there: the core's own descriptor, those found beside it, and those that were refused. */
package org.pipewright.platform.modules;
