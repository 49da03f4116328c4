/** Which switches are in force, and which layer decided. */
package org.pipewright.platform.features;
