/** Tags that people put on records of any type, shared with everybody or seen by their owner only. */
package org.pipewright.platform.tags;
