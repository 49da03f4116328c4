/** The units in which a tenant measures what it sells, with their codes for programs (S-EINV-08). */
package org.pipewright.platform.units;
