/**
 * Accounts and organisations at the identity provider, behind one interface of ours. Its administration is called by
 * plain HTTP: the server would take an interface of a declarative client for an endpoint of ours and publish it.
 */
package org.pipewright.platform.keycloak;
