/** Rules of the house that the build enforces on the core and on each module. */
package org.pipewright.platform.architecture;
