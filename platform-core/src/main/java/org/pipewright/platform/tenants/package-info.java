/** Organisations and their lives: sign-up, provisioning, suspension, deletion, the operator's view, the demo's tenants. */
package org.pipewright.platform.tenants;
