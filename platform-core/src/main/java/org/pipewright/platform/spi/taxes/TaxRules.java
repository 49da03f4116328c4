package org.pipewright.platform.spi.taxes;

import java.util.Optional;
import java.util.UUID;

/** The tenant's rules of which tax code a line gets (S-TAX-02). Provided by the core as a CDI bean. */
public interface TaxRules {

    /**
     * A tax code that nobody typed.
     *
     * @param code id of the record
     * @param rule by which it was chosen and for what, in words; empty for the usual code
     */
    record Choice(UUID code, Optional<String> rule) {}

    /** The code of the first rule that fits what is supplied to the account, else the usual one if there is one. */
    Optional<Choice> choice(Optional<UUID> account, Optional<UUID> product);
}
