package org.pipewright.platform.spi.taxes;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** The tax codes of the bound tenant, records of the type {@code core.tax-code}. Provided by the core as a CDI bean. */
public interface Taxes {

    /** The code of lines for which nobody chose one: the first active one that has a rate. */
    Optional<UUID> usual();

    /** The tax by that code on the day of delivery; empty while the code has no rate on that day (S-TAX-01). */
    Optional<Tax> of(UUID code, LocalDate day);

    /** Whether that is the tax by that code on any day. */
    boolean isBy(UUID code, Tax tax);
}
