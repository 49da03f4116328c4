/** Contacts: the people a tenant deals with. */
package org.pipewright.platform.contacts;
