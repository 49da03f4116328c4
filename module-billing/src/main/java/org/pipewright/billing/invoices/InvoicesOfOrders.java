package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.documents.BillableOrder;
import org.pipewright.platform.spi.documents.InvoiceShare;
import org.pipewright.platform.spi.documents.InvoiceShare.Part;
import org.pipewright.platform.spi.documents.OrderInvoices;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.spi.texts.Wording;

/** Makes drafts of invoices of orders, as many as it takes to invoice all of them (S-INV-02). */
@ApplicationScoped
class InvoicesOfOrders implements OrderInvoices {

    private static final int PERCENT = 2;

    @Inject
    OrderTallies tallies;

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    CurrentCaller caller;

    @Inject
    Imprints imprints;

    @Inject
    Wording wording;

    @Inject
    InvoicedOrders orders;

    @Inject
    InvoiceRules rules;

    @Inject
    CurrentTenant tenant;

    @Override
    public UUID draft(BillableOrder order, InvoiceShare share) {
        if (caller.level(Invoice.NAME, Action.CREATE) == Level.NONE) {
            throw Refusal.of(BillingErrorCode.INVOICE_FORBIDDEN);
        }
        return make(order, share, false);
    }

    /**
     * Makes the draft, whoever may do so.
     *
     * @param byItself whether it belongs to whom the order does, and not to a caller
     */
    UUID make(BillableOrder order, InvoiceShare share, boolean byItself) {
        OrderTally before = tallies.all(order.document().id());
        OrderPortion portion = portion(order, share, before);
        Invoice draft = Invoice.of(order, portion.discount(), portion.deliveredOn(before));
        if (byItself) {
            draft.assignTo(order.document().owner(), order.document().team());
        }
        Invoice invoice = records.create(draft);
        List<InvoiceLine> lines = new ArrayList<>();
        portion.pieces()
                .forEach(piece -> lines.add(
                        new InvoiceLine(invoice.id(), piece.item().line(), piece.quantity(), lines.size() + 1)));
        portion.sums().forEach((tax, sum) -> lines.add(line(invoice, words(order, share, before), tax, sum, lines)));
        parts.add(lines);
        rules.rate(invoice, invoice.taxDay().orElse(tenant.today()));
        return invoice.id();
    }

    @Override
    public void changed(UUID order) {
        orders.tell(order);
    }

    private static InvoiceLine line(Invoice invoice, String words, Tax tax, BigDecimal sum, List<InvoiceLine> before) {
        return new InvoiceLine(invoice.id(), words, tax, sum, before.size() + 1);
    }

    private static OrderPortion portion(BillableOrder order, InvoiceShare share, OrderTally before) {
        OrderWorth worth = new OrderWorth(order);
        Optional<BigDecimal> amount = amount(worth, share);
        if (worth.whole().signum() <= 0 && amount.isPresent()
                || amount.orElse(BigDecimal.ZERO).compareTo(worth.left(before)) > 0
                || worth.isCovered(before)) {
            throw InvoicedOrders.over(order, before);
        }
        OrderPortion portion = amount.map(sum -> OrderPortion.ofAmount(order, sum))
                .orElseGet(() -> OrderPortion.ofLines(order, share.part(), before));
        if (portion.isNothing()) {
            throw Refusal.of(BillingErrorCode.NOTHING_TO_INVOICE, order.title());
        }
        return portion;
    }

    /** What is asked for; nothing where that follows from the lines. */
    private static Optional<BigDecimal> amount(OrderWorth worth, InvoiceShare share) {
        List<FieldError> errors = new ArrayList<>();
        boolean byPercent =
                share.part() == Part.PERCENTAGE || share.part() == Part.DOWN_PAYMENT && share.amount() == null;
        boolean byAmount =
                share.part() == Part.MILESTONE || share.part() == Part.DOWN_PAYMENT && share.amount() != null;
        given("percent", share.percent(), byPercent, errors);
        given("amount", share.amount(), byAmount, errors);
        if (byAmount
                && share.amount() != null
                && share.amount().stripTrailingZeros().scale() > worth.decimals()) {
            errors.add(new FieldError("amount", "too-precise", "core.violation.too-precise"));
        }
        if (!errors.isEmpty()) {
            throw new Refusal(BillingErrorCode.INVOICE_SHARE, Map.of(), errors);
        }
        return byPercent
                ? Optional.of(
                        worth.rounded(worth.whole().multiply(share.percent().movePointLeft(PERCENT))))
                : Optional.ofNullable(byAmount ? worth.rounded(share.amount()) : null);
    }

    private static void given(String field, BigDecimal value, boolean asked, List<FieldError> errors) {
        if (asked && value == null) {
            errors.add(new FieldError(field, "required", "core.violation.required"));
        } else if (asked && value.signum() <= 0) {
            errors.add(new FieldError(field, "out-of-range", "core.violation.out-of-range"));
        } else if (!asked && value != null) {
            errors.add(new FieldError(field, "not-asked", "billing.violation.not-asked"));
        }
    }

    private String words(BillableOrder order, InvoiceShare share, OrderTally before) {
        Locale language = imprints.now().language();
        boolean takenOff = share.part() == Part.REST || share.part() == Part.DELIVERED;
        if (!takenOff && share.description() != null) {
            return share.description();
        }
        String key = takenOff
                ? "set-off"
                : share.part().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return wording.text(language, "billing.order." + key)
                .replace("{order}", order.title())
                .replace("{invoices}", String.join(", ", before.advanced()))
                .replace("{percent}", share.percent() == null ? "" : plain(share.percent()));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
