/** Records that may be the same: told while one is typed, listed, found by a scan, dismissed. */
package org.pipewright.platform.duplicates;
