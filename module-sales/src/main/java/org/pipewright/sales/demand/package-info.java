/** Primary demand: what the customer asked for in his own words, how far it is met, and why where it is not. */
package org.pipewright.sales.demand;
