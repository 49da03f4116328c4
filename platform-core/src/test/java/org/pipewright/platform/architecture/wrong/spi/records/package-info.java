/** Depends on the inside. */
package org.pipewright.platform.architecture.wrong.spi.records;
