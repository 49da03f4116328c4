/** Public forms: pages people outside fill in, what keeps robots out, and confirmation by mail (S-LEAD-08). */
package org.pipewright.platform.forms;
