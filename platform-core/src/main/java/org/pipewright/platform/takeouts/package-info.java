/** Everything a tenant has in one archive, to keep or to leave with: made in the background, also while suspended. */
package org.pipewright.platform.takeouts;
