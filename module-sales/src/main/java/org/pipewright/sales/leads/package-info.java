/** Leads with their statuses: people and companies that may become customers. */
package org.pipewright.sales.leads;
