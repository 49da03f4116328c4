/** One exception, error codes by module, field errors. */
package org.pipewright.platform.spi.errors;
