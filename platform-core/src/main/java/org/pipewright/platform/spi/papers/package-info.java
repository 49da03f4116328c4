/** Papers: what is drawn as PDF on the tenant's letterhead, and kept as it was sent. */
package org.pipewright.platform.spi.papers;
