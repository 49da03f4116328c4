/** Server processes the launcher starts, watches and stops. */
package org.pipewright.deploy.processes;
