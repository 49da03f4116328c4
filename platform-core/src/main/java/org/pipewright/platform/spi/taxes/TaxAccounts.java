package org.pipewright.platform.spi.taxes;

import java.math.BigDecimal;
import java.util.Optional;

/** On which accounts what is earned at a tax is posted (S-INV-15). Provided by the core as a CDI bean. */
public interface TaxAccounts {

    /**
     * Accounts that a tax code names.
     *
     * @param revenue of what is earned, without the tax
     * @param tax of the tax that is owed
     */
    record Accounts(Optional<String> revenue, Optional<String> tax) {}

    /**
     * Those of the first tax code with that category and rate, on whatever day, which names one; empty for both if there is
     * none.
     */
    Accounts of(TaxCategory category, BigDecimal rate);
}
