/** Starts and stops the whole product: the parts in their order, from the command line or from a test. */
package org.pipewright.deploy.launcher;
