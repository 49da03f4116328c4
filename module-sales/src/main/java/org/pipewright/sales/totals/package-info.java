/** Adding up the amounts of lines. */
package org.pipewright.sales.totals;
