/** Forms that people outside a tenant fill in without log-in, for modules that take in what they write. */
package org.pipewright.platform.spi.forms;
