package org.pipewright.platform.spi.documents;

import java.util.Optional;
import java.util.UUID;

/** The prices of the bound tenant. Provided by the core as a CDI bean; used inside a transaction. */
public interface Prices {

    /**
     * What a list of a document is in.
     *
     * @param currency ISO 4217 code
     * @param prices whether they include tax
     */
    record Basis(String currency, PriceBasis prices) {}

    /**
     * The price that holds (S-PROD-02): that of the list asked for or of those above it, else that of the account's list,
     * else that of the list for everybody in the currency, else the product's own. Empty if nothing says one.
     */
    Optional<ListedPrice> of(PriceQuestion question);

    /** How the list reckons that comes first for an account, of those in the currency if one is named. */
    Optional<Basis> basis(Optional<UUID> list, Optional<UUID> account, Optional<String> currency);
}
