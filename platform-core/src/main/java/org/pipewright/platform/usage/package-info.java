/** How much a tenant uses, and how much of it the operator allows. */
package org.pipewright.platform.usage;
