/**
 * Self-billing: the tenant buys, and writes the invoice in the supplier's name. What is written here is owed by the tenant,
 * so it stands beside the invoices that customers get and in none of what is reckoned from them.
 */
package org.pipewright.billing.selfbilling;
