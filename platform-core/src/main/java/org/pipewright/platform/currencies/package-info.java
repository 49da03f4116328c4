/** The tenant's currencies, their rates, and what amounts are worth in the currency in which it reckons (S-CUR-01). */
package org.pipewright.platform.currencies;
