/** Quotes: what a customer is offered, in versions, sent with a link, accepted or rejected by the customer. */
package org.pipewright.sales.quotes;
