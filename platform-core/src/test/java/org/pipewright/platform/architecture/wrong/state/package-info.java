/** Remembers things in a bean. */
package org.pipewright.platform.architecture.wrong.state;
