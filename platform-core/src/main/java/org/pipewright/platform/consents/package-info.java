/** Who may be written to or called, on what ground, and since when (S-CON-04). */
package org.pipewright.platform.consents;
