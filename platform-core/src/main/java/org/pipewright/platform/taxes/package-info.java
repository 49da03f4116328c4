/** Tax codes with their rates, and which of them a line of a document gets. */
package org.pipewright.platform.taxes;
