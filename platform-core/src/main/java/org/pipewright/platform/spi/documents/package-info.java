/**
 * Documents with lines and sums, such as quotes, orders and invoices: what they have in common, and how they are
 * reckoned.
 */
package org.pipewright.platform.spi.documents;
