/** Calls by which programs outside, such as providers of payments, tell a tenant what has happened. */
package org.pipewright.platform.spi.callbacks;
