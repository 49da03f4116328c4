/** The products a deal is about, line by line. */
package org.pipewright.sales.lines;
