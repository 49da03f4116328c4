/** Sample data that modules bring for tenants that want to try things out. */
package org.pipewright.platform.spi.samples;
