/** The sales module: its descriptor. */
package org.pipewright.sales;
