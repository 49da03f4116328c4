package org.pipewright.platform.identity;

import java.util.Optional;
import org.pipewright.platform.spi.records.Origin;

/**
 * Who calls, before any tenant is known.
 *
 * @param person the person
 * @param session hash of the browser's session; empty for programs
 * @param origin how the call came
 */
public record Visitor(Person person, Optional<byte[]> session, Origin origin) {}
