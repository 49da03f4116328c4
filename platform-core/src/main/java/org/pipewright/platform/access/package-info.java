/** Who acts and what they may do: one place decides for every path. */
package org.pipewright.platform.access;
