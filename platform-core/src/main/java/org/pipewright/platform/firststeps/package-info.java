/** What a new tenant does first: a list that can be left, taken up again and put away (S-TEN-07). */
package org.pipewright.platform.firststeps;
