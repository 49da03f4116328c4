/** Links under which somebody outside sees one record and may answer. */
package org.pipewright.platform.spi.links;
