package org.pipewright.platform.spi.people;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds who stands in for somebody who is away (S-AUTH-08). Provided by the core as a CDI bean; used inside a transaction
 * with the tenant bound.
 */
public interface Deputies {

    /**
     * Who stands in for the member on the day: of an absence of that day whose deputy can log in and is not away, too.
     * Nobody if the member is there.
     */
    Optional<UUID> of(UUID member, LocalDate day);
}
