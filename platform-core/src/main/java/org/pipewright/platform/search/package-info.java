/** Search over all record types at once. */
package org.pipewright.platform.search;
