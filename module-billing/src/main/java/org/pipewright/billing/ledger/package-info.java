/** The ledger: what customers owe, entry by entry, written once and never changed. */
package org.pipewright.billing.ledger;
