/** Long work in the background: once across all nodes, with progress, result and a way to stop it. */
package org.pipewright.platform.jobs;
