/** Orders: what a customer has ordered, from a quote or without, and how far it is delivered. */
package org.pipewright.sales.orders;
