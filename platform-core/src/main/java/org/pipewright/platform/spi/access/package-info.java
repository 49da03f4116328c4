/** Roles, levels and who is acting. */
package org.pipewright.platform.spi.access;
