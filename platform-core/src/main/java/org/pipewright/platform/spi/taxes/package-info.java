/** What value added tax comes to, told apart as EN 16931 does. */
package org.pipewright.platform.spi.taxes;
