/** Business customers: points of contact for selling, grouped under accounts; can be switched off. */
package org.pipewright.platform.customers;
