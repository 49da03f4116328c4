/** Accounts: the organisations a tenant deals with. */
package org.pipewright.platform.accounts;
