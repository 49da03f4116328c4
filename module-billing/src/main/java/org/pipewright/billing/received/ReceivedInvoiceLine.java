package org.pipewright.billing.received;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.pipewright.billing.einvoices.EInvoice;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** What somebody asks to be paid for (S-EINV-07). */
@Entity
@Table(schema = "billing", name = "received_invoice_line")
@RecordType(
        name = "billing.received-invoice-line",
        path = "received-invoice-lines",
        title = "item",
        feature = "billing.invoices",
        columns = {"item", "quantity", "unit", "price", "taxCategory", "taxRate", "net"},
        kept = true,
        importable = false,
        partOf = "receivedInvoice",
        essential = true)
class ReceivedInvoiceLine extends PartRecord {

    @Field(required = true, references = ReceivedInvoice.NAME, readOnly = true)
    @Column(name = "received_invoice_id")
    private UUID receivedInvoice;

    @Field(readOnly = true, max = 200)
    private String item;

    @Field(readOnly = true, format = Field.Format.MULTILINE, max = 2000)
    private String description;

    @Field(readOnly = true)
    private BigDecimal quantity;

    /** By UN/ECE Recommendation 20. */
    @Field(readOnly = true, max = 40)
    private String unit;

    @Field(readOnly = true)
    private BigDecimal price;

    /** By UNCL 5305. */
    @Field(readOnly = true, max = 40)
    private String taxCategory;

    /** In percent. */
    @Field(readOnly = true)
    private BigDecimal taxRate;

    @Field(readOnly = true)
    @Embedded
    private Money net;

    protected ReceivedInvoiceLine() {}

    ReceivedInvoiceLine(ReceivedInvoice invoice, int position, EInvoice.Line line) {
        receivedInvoice = invoice.id();
        item = ReceivedInvoice.shortened(line.name(), 200);
        description = ReceivedInvoice.shortened(line.description(), 2000);
        quantity = line.quantity();
        unit = ReceivedInvoice.shortened(line.unit(), 40);
        price = line.price();
        taxCategory = ReceivedInvoice.shortened(line.tax().category(), 40);
        taxRate = line.tax().rate().orElse(null);
        net = Money.rounded(line.net(), invoice.currency());
        standAt(position);
    }
}
