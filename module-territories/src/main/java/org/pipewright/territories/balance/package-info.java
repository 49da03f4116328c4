/** How much work the members of a territory have, and what would even it out. */
package org.pipewright.territories.balance;
