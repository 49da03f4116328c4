/** How a tenant reminds those who have not paid. */
package org.pipewright.billing.dunning;
