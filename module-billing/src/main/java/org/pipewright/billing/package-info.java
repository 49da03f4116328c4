/** The billing module: its descriptor, its refusals and its persistence unit. */
package org.pipewright.billing;
