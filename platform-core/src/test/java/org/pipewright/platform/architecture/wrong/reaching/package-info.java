/** Reaches into the core. */
package org.pipewright.platform.architecture.wrong.reaching;
