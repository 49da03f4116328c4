/** Features that need each other. */
package org.pipewright.platform.architecture.wrong.cycle;
