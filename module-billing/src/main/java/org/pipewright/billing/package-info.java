/** The billing module: its descriptor. */
package org.pipewright.billing;
