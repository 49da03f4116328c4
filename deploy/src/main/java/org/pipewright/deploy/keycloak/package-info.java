/** The embedded Keycloak and its realm. */
package org.pipewright.deploy.keycloak;
