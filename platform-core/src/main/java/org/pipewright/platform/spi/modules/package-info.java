/** How a module describes itself: one descriptor with everything that is plain data. */
package org.pipewright.platform.spi.modules;
