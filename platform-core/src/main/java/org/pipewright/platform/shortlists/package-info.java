/** Records a person keeps at hand: favourites, what was opened last, and what is followed. */
package org.pipewright.platform.shortlists;
