/** Papers on the tenant's letterhead: templates, their safe merging with values, and PDF/A-3. */
package org.pipewright.platform.papers;
