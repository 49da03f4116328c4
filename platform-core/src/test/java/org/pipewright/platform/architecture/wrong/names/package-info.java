/** Has a name that says nothing. */
package org.pipewright.platform.architecture.wrong.names;
