package org.pipewright.platform.identity;

import java.util.Optional;
import org.pipewright.platform.spi.records.Origin;

/**
 * Who calls, before any tenant is known.
 *
 * @param person the person
 * @param session of the browser; empty for programs
 * @param level what the identity provider checked at the log-in, may be null
 * @param origin how the call came
 */
public record Visitor(Person person, Optional<Session> session, String level, Origin origin) {}
