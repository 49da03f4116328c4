/** Texts that stand on documents for customers, kept by the tenant in each language. */
package org.pipewright.sales.blocks;
