/** Payment terms: within how many days customers pay. */
package org.pipewright.billing.terms;
