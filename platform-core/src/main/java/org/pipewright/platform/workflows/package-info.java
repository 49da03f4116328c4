/** Workflows that tenants define over any record type, and where records stand in them (S-WF-01, S-OPP-21). */
package org.pipewright.platform.workflows;
