/** Who has a part in a deal: the customer, resellers, consultants, competitors, and the people there. */
package org.pipewright.sales.parties;
