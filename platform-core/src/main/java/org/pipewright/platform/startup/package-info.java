/** Tells the parts of the core that the application is up. */
package org.pipewright.platform.startup;
