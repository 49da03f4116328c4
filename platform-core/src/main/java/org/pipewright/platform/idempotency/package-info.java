/** Posts that are sent twice are done once. */
package org.pipewright.platform.idempotency;
