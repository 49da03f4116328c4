package org.pipewright.platform.spi.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What products cost the bound tenant (S-QUO-20). Provided by the core as a CDI bean; used inside a transaction. */
@FunctionalInterface
public interface Costs {

    /** Cost of one of the product in that currency, by the rate of the day; empty if it is not known. */
    Optional<BigDecimal> of(UUID product, String currency, LocalDate day);
}
