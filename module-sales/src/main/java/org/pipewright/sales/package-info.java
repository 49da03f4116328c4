/** The sales module: its descriptor, its refusals and its persistence unit. Leads and opportunities are packages below. */
package org.pipewright.sales;
