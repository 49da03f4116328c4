/** Record types: declared once on the entity, served everywhere by the core. */
package org.pipewright.platform.spi.records;
