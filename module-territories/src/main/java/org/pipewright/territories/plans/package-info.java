/** Plans of a whole tree of territories: drawn beside the live one, compared with it, activated and rolled back. */
package org.pipewright.territories.plans;
