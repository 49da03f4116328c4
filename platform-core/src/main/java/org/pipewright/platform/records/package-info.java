/** Records of every type: reading by composed SQL, changing through entities, and their REST endpoints. */
package org.pipewright.platform.records;
