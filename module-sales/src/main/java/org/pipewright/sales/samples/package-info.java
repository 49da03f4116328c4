/** Sample leads and opportunities. */
package org.pipewright.sales.samples;
