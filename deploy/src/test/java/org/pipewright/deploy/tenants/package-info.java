/** The life of a tenant as a whole: limits, suspension, export, departure. */
package org.pipewright.deploy.tenants;
