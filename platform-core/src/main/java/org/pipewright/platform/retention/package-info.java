/** How long the history of each record type is kept. */
package org.pipewright.platform.retention;
