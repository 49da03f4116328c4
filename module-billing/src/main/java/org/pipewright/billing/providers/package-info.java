/** Providers that take payments of customers, and what they tell of them. */
package org.pipewright.billing.providers;
