/** Invoices in the running product, from draft to the last payment. */
package org.pipewright.deploy.billing;
