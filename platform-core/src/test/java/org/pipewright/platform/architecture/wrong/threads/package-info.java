/** Starts threads. */
package org.pipewright.platform.architecture.wrong.threads;
