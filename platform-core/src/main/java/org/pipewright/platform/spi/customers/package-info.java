/** What modules ask and tell the core about the organisations and people a tenant deals with. */
package org.pipewright.platform.spi.customers;
