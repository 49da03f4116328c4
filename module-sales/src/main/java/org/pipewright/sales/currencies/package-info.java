/** Puts a deal with everything that belongs to it into another currency (S-CUR-07). */
package org.pipewright.sales.currencies;
