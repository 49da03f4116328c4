/** What accounting gets: each document once, in the form its program takes. */
package org.pipewright.billing.accounting;
