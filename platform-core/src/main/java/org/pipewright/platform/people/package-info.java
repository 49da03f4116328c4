/** The people and teams of a tenant: who works there, with or without log-in, how they come in and how they leave. */
package org.pipewright.platform.people;
