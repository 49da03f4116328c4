/** Secrets that tenants entrust to modules. */
package org.pipewright.platform.spi.secrets;
