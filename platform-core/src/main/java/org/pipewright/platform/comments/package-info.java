/** What people write about records: with author and time, edited openly, pinned where it matters. */
package org.pipewright.platform.comments;
