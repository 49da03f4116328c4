/** Settings of a tenant, as modules read them. */
package org.pipewright.platform.spi.settings;
