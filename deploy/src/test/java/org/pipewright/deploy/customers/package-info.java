/** What tenants do with the organisations and people they deal with, against the running product. */
package org.pipewright.deploy.customers;
