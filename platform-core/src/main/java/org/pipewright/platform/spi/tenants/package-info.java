/** The life of a tenant, as modules see it. */
package org.pipewright.platform.spi.tenants;
