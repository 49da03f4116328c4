/** What a tenant has switched on: its features, for everybody or for a role, and the modules they come with. */
package org.pipewright.platform.switches;
