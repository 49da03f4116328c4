/** Needs the first one. */
package org.pipewright.platform.architecture.wrong.cycle.two;
