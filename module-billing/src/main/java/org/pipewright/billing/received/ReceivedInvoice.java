package org.pipewright.billing.received;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.billing.einvoices.EInvoice;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** An e-invoice somebody sent to the tenant: what its file says, for people to read (S-EINV-07). */
@Entity
@Table(schema = "billing", name = "received_invoice")
@RecordType(
        name = ReceivedInvoice.NAME,
        path = "received-invoices",
        title = "name",
        feature = "billing.invoices",
        columns = {"name", "seller", "number", "issuedOn", "dueOn", "payable"},
        sort = "-createdAt",
        menu = "billing",
        order = 70,
        icon = "file-text",
        importable = false)
class ReceivedInvoice extends CrmRecord {

    static final String NAME = "billing.received-invoice";

    private static final int SHORT = 140;
    private static final int LINE = 200;
    private static final int TEXT = 2000;

    @Field(max = 200, searchable = true)
    private String name;

    @Field(readOnly = true, max = LINE, searchable = true)
    private String seller;

    /** BT-1. */
    @Field(readOnly = true, max = SHORT, searchable = true)
    private String number;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private EInvoice.Type kind;

    @Field(readOnly = true)
    private LocalDate issuedOn;

    @Field(readOnly = true)
    private LocalDate deliveredOn;

    @Field(readOnly = true)
    private LocalDate dueOn;

    /** BT-109. */
    @Field(readOnly = true, group = "sums")
    @Embedded
    private Money net;

    /** BT-110. */
    @Field(readOnly = true, group = "sums")
    @Embedded
    private Money tax;

    /** BT-115. */
    @Field(readOnly = true, group = "sums")
    @Embedded
    private Money payable;

    @Field(readOnly = true, max = SHORT, group = "payment")
    private String iban;

    @Field(readOnly = true, max = SHORT, group = "payment")
    private String bic;

    /** BT-20. */
    @Field(readOnly = true, format = Field.Format.MULTILINE, max = TEXT, group = "payment")
    private String terms;

    @Field(readOnly = true, format = Field.Format.MULTILINE, max = TEXT, group = "parties")
    private String sellerAddress;

    @Field(readOnly = true, max = SHORT, group = "parties")
    private String sellerTaxId;

    @Field(readOnly = true, format = Field.Format.MULTILINE, max = TEXT, group = "parties")
    private String buyer;

    /** BT-10. */
    @Field(readOnly = true, max = LINE, group = "references")
    private String buyerReference;

    /** BT-13. */
    @Field(readOnly = true, max = LINE, group = "references")
    private String orderReference;

    /** BG-3. */
    @Field(readOnly = true, max = LINE, group = "references")
    private String preceding;

    /** BT-22. */
    @Field(readOnly = true, format = Field.Format.MULTILINE, max = TEXT)
    private String message;

    /** The tenant's own. */
    @Field(format = Field.Format.MULTILINE, max = TEXT)
    private String note;

    protected ReceivedInvoice() {}

    /** Is called what nobody called otherwise. */
    void named(String usual) {
        name = name == null ? usual : name;
    }

    /** Says from now on what the file says. */
    void read(EInvoice invoice) {
        number = number(invoice);
        seller = seller(invoice);
        name = shortened(
                Stream.of(seller, number).filter(part -> part != null).collect(Collectors.joining(" · ")), LINE);
        kind = invoice.type();
        issuedOn = invoice.issued();
        deliveredOn = invoice.delivered().orElse(null);
        dueOn = invoice.due().orElse(null);
        net = money(invoice.totals().net(), invoice.currency());
        tax = money(invoice.totals().tax(), invoice.currency());
        payable = money(invoice.totals().payable(), invoice.currency());
        iban = shortened(invoice.payment().iban(), SHORT);
        bic = shortened(invoice.payment().bic(), SHORT);
        terms = shortened(invoice.payment().terms(), TEXT);
        sellerAddress = address(invoice.seller());
        sellerTaxId = shortened(
                invoice.seller().vatId().isEmpty()
                        ? invoice.seller().taxNumber()
                        : invoice.seller().vatId(),
                SHORT);
        buyer = address(invoice.buyer());
        buyerReference = shortened(invoice.buyerReference(), LINE);
        orderReference = shortened(invoice.orderReference(), LINE);
        preceding =
                shortened(invoice.preceding().map(EInvoice.Preceding::number).orElse(""), LINE);
        message = shortened(invoice.note(), TEXT);
    }

    /** Its number as it is kept. */
    static String number(EInvoice invoice) {
        return shortened(invoice.number(), SHORT);
    }

    /** Its seller as it is kept. */
    static String seller(EInvoice invoice) {
        return shortened(invoice.seller().name(), LINE);
    }

    private static Money money(BigDecimal amount, String currency) {
        return Money.rounded(amount, currency);
    }

    private static String address(EInvoice.Party party) {
        return shortened(
                Stream.of(party.name(), party.street(), party.postalCode() + " " + party.city(), party.country())
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n")),
                TEXT);
    }

    /** What is not told is nothing; what is longer than anybody would write is cut. */
    static String shortened(String told, int most) {
        String plain = told.replaceAll("[\\p{Cntrl}&&[^\n]]", " ").strip();
        return plain.isEmpty() ? null : plain.substring(0, Math.min(plain.length(), most));
    }

    /** Whether a file was read already. */
    boolean isRead() {
        return number != null;
    }

    String currency() {
        return payable.currency();
    }
}
