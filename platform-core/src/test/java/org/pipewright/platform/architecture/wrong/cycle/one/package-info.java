/** Needs the other one. */
package org.pipewright.platform.architecture.wrong.cycle.one;
