/** Opportunities with their statuses and loss reasons: creating, developing, winning, losing, closing. */
package org.pipewright.sales.opportunities;
