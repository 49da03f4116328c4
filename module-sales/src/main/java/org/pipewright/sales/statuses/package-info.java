/** What the status lists of leads and opportunities have in common. */
package org.pipewright.sales.statuses;
