/** Single records shared with people and teams beyond what their roles reach. */
package org.pipewright.platform.shares;
