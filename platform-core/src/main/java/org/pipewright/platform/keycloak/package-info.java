/** Accounts and organisations at the identity provider, behind one interface of ours. */
package org.pipewright.platform.keycloak;
