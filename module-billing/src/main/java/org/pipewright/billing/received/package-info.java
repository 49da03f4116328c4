/** E-invoices that the tenant got from others, to be read by people. */
package org.pipewright.billing.received;
