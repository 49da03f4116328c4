/** Who of the tenant's people has which share in the success of a deal. */
package org.pipewright.sales.credits;
