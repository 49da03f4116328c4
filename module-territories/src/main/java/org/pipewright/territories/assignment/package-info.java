/** Which record is in which territory: rules are asked, overlaps resolved, moves written and explained. */
package org.pipewright.territories.assignment;
