/** What modules tell each other: a type name and JSON. */
package org.pipewright.platform.spi.events;
