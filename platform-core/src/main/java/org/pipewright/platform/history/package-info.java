/** Who changed what, when and how: written in the changing transaction, never rewritten. */
package org.pipewright.platform.history;
