/** Record types as they are declared on entities (idea 2): the metadata everything generic works from. */
package org.pipewright.platform.recordtypes;
