/**
 * Who is calling: sessions of browsers, tokens of programs, log-in and log-out at the identity provider, and the gate
 * in front of the API that turns a person and a tenant into a caller.
 */
package org.pipewright.platform.identity;
