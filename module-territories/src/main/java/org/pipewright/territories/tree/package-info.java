/** The tree of territories. */
package org.pipewright.territories.tree;
