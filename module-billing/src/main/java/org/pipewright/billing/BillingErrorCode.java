package org.pipewright.billing;

import java.util.Locale;
import org.pipewright.platform.spi.errors.ErrorCode;

/** What the module refuses. */
public enum BillingErrorCode implements ErrorCode {
    /** A tenant always has a payment term to start from. */
    DEFAULT_TERM(Category.CONFLICT),
    /** What is issued never changes; it is credited (S-INV-04). */
    ISSUED(Category.CONFLICT),
    /** An invoice needs lines. */
    NO_LINES(Category.CONFLICT),
    /** Rules of e-invoices are broken; the fields say which (S-EINV-04). */
    E_INVOICE(Category.INVALID),
    /** It is not overdue, was reminded of today, or has reached the last level it is late enough for (S-INV-08). */
    NOT_TO_REMIND(Category.CONFLICT),
    /** Instalments ask for the whole amount (S-INV-07). */
    NOT_WHOLE(Category.CONFLICT),
    /** Credit notes never come to more than their invoice (S-INV-06). */
    OVER_CREDIT(Category.CONFLICT),
    /** Nothing is paid that is not owed (S-PAY-02). */
    OVER_ALLOCATION(Category.CONFLICT),
    /** A payment stays as it is while invoices have taken of it. */
    PAYMENT_USED(Category.CONFLICT);

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
