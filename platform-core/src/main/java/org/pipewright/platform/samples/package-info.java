/** Sample data to try things out with, which goes again without a trace of it among real records. */
package org.pipewright.platform.samples;
