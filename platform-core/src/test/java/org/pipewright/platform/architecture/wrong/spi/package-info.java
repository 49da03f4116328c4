/** An SPI that is not free. */
package org.pipewright.platform.architecture.wrong.spi;
