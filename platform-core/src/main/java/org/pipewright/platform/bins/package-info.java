/** What has lain in the bin for as long as the tenant keeps it there goes for good (S-REC-04). */
package org.pipewright.platform.bins;
