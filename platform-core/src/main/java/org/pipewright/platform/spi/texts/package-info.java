/** The product's texts, as modules use them. */
package org.pipewright.platform.spi.texts;
