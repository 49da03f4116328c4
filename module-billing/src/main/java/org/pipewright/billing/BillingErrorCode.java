package org.pipewright.billing;

import java.util.Locale;
import org.pipewright.platform.spi.errors.ErrorCode;

/** What the module refuses. */
public enum BillingErrorCode implements ErrorCode {
    /** A tenant always has a payment term to start from. */
    DEFAULT_TERM(Category.CONFLICT);

    private final Category category;

    BillingErrorCode(Category category) {
        this.category = category;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Category category() {
        return category;
    }

    @Override
    public String textKey() {
        return "billing.problem." + slug();
    }
}
