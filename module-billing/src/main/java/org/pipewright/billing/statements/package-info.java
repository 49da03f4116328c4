/** Statements: what happened with a customer's account in a period, kept as it was told. */
package org.pipewright.billing.statements;
