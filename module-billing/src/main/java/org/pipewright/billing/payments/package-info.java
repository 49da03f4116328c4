/** Payments, and the invoices they are for. */
package org.pipewright.billing.payments;
