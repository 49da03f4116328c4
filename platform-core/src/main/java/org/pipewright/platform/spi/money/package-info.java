/** Amounts with their currency. */
package org.pipewright.platform.spi.money;
