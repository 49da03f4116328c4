/** Checks of the books: whether ledger, documents and what is reckoned from them still say the same. */
package org.pipewright.billing.checks;
