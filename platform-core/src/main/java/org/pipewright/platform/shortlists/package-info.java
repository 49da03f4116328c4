/** Records a person keeps at hand: favourites, and what was opened last. */
package org.pipewright.platform.shortlists;
