/** Holds every operation of the REST interface against what it declares of its callers. */
package org.pipewright.platform.guards;
