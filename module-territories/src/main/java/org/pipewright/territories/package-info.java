/** The territories module: its descriptor. */
package org.pipewright.territories;
