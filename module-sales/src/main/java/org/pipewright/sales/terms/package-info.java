/** Terms of sale that were agreed with accounts. */
package org.pipewright.sales.terms;
