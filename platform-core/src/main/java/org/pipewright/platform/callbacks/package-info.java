/** The address at which programs outside call, and what modules make of that. */
package org.pipewright.platform.callbacks;
