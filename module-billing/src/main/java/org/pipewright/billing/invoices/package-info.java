/** Invoices: what customers owe, and the papers that say so. */
package org.pipewright.billing.invoices;
