/** A module written by somebody outside the tree: built from what is published, dropped in, taken out, put back. */
package org.pipewright.deploy.outside;
