/** Who works for the tenant, as modules need to know when they give somebody work. */
package org.pipewright.platform.spi.people;
