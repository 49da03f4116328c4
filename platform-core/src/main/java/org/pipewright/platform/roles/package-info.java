/** Roles of a tenant: the built-in ones, its own ones, and the catalogue of everything that can be granted. */
package org.pipewright.platform.roles;
