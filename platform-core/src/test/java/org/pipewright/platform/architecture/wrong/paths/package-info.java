/** Serves a path outside a resource. */
package org.pipewright.platform.architecture.wrong.paths;
