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
    /** No more of an order is invoiced than was ordered (S-INV-02). */
    OVER_INVOICED(Category.CONFLICT),
    /** Nothing of the order is there to be invoiced that way now (S-INV-02). */
    NOTHING_TO_INVOICE(Category.CONFLICT),
    /** An order that is invoiced as it is delivered is not invoiced before (S-INV-02). */
    NOT_DELIVERED(Category.CONFLICT),
    /** What is to be invoiced of an order is not clear; the fields say why (S-INV-02). */
    INVOICE_SHARE(Category.INVALID),
    /** An order that is no longer confirmed is not invoiced (S-INV-02). */
    ORDER_NOT_CONFIRMED(Category.CONFLICT),
    /** An invoiced order stays until its invoices are credited (S-ORD-08). */
    ORDER_INVOICED(Category.CONFLICT),
    /** An invoice is a new record. */
    INVOICE_FORBIDDEN(Category.FORBIDDEN),
    /** A link leads to what was issued (S-INV-12). */
    NOT_SHOWN(Category.GONE),
    /** What accounting has got is not changed afterwards (S-INV-15). */
    EXPORTED(Category.CONFLICT),
    /** What a customer was told is not changed afterwards (S-INV-13). */
    STATED(Category.CONFLICT),
    /** Instalments ask for the whole amount (S-INV-07). */
    NOT_WHOLE(Category.CONFLICT),
    /** What is paid is told in the currency of the invoice. */
    OTHER_CURRENCY(Category.INVALID),
    /** Credit notes never come to more than their invoice (S-INV-06). */
    OVER_CREDIT(Category.CONFLICT),
    /** Nothing is paid that is not owed (S-PAY-02). */
    OVER_ALLOCATION(Category.CONFLICT),
    /** What is written off is within the tenant's limit (S-PAY-05). */
    WRITE_OFF_LIMIT(Category.FORBIDDEN),
    /** Documents of a series are issued one day after the other (S-NUM-04). */
    BACK_DATED(Category.CONFLICT),
    /** Nothing is issued on a day that is yet to come. */
    ISSUE_DAY(Category.INVALID),
    /** What is paid is not given up. */
    FEES_PAID(Category.CONFLICT),
    /** The file cannot be read as one of a bank; the fields say why (S-PAY-07). */
    BANK_FILE(Category.INVALID),
    /** Files are read for those who may change the record that they are for. */
    NOT_TO_READ(Category.FORBIDDEN),
    /** The file is no e-invoice that can be read (S-EINV-07). */
    NO_E_INVOICE(Category.INVALID),
    /** What others wrote is not changed (S-EINV-07). */
    RECEIVED(Category.CONFLICT),
    /** An invoice is received once (S-EINV-07). */
    RECEIVED_BEFORE(Category.CONFLICT),
    /** There is no such provider, or nobody speaks its language any more (S-PAY-09). */
    NO_PROVIDER(Category.NOT_FOUND),
    /** What payments came through stays. */
    PROVIDER_USED(Category.CONFLICT),
    /** Only the provider tells of payments: its signature is over what it tells (S-PAY-09). */
    NOT_SIGNED(Category.UNAUTHENTICATED),
    /** What somebody caught on the way is not played again (S-PAY-09). */
    CALL_TOO_OLD(Category.UNAUTHENTICATED),
    /** The call cannot be read; the fields say why (S-PAY-09). */
    CALLBACK(Category.INVALID),
    /** What entries came from stays. */
    BANK_FILE_READ(Category.CONFLICT),
    /** An entry is for an invoice of which something is open, or for a customer. */
    NO_TARGET(Category.INVALID),
    /** Periods of what runs are not counted otherwise, and it is ended, not deleted (S-INV-10). */
    SUBSCRIPTION_RUNNING(Category.CONFLICT),
    /** What has ended stays so (S-INV-10). */
    SUBSCRIPTION_ENDED(Category.CONFLICT),
    /** It cannot be paused, resumed or ended on that day; the field says why (S-INV-10). */
    SUBSCRIPTION_DAY(Category.INVALID),
    /** What was told is not changed afterwards; somebody asks again (S-INV-11). */
    PREVIEWED(Category.CONFLICT),
    /** What a check found stays (S-INV-14). */
    CHECKED(Category.CONFLICT),
    /** What was issued by an agreement keeps it (S-EINV-06). */
    AGREEMENT_USED(Category.CONFLICT),
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
