/** Subscriptions: what customers pay for again and again, the invoices of their periods, and what is going to be invoiced. */
package org.pipewright.billing.subscriptions;
