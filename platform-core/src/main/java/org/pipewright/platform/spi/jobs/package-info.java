/** Long work that survives restarts and tells how far it is. */
package org.pipewright.platform.spi.jobs;
