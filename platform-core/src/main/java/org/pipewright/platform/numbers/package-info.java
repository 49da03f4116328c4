/** Series of numbers: their patterns, what tenants choose, and the counters under whose lock numbers are taken. */
package org.pipewright.platform.numbers;
