/** Files of banks: what they say is booked as payments, or laid before people who know better. */
package org.pipewright.billing.bankfiles;
