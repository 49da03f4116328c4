/** What happened to a record and to what is part of its story, in true order. */
package org.pipewright.platform.timelines;
