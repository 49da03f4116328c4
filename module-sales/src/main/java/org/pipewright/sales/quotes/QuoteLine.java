package org.pipewright.sales.quotes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.sales.lines.OpportunityLine;

/** A line of a quote. */
@Entity
@Table(schema = "sales", name = "quote_line")
@RecordType(
        name = QuoteLine.NAME,
        path = "quote-lines",
        title = "description",
        feature = Quote.FEATURE,
        partOf = "quote",
        columns = {
            "description",
            "product",
            "quantity",
            "unit",
            "unitPrice",
            "discount",
            "taxCode",
            "optional",
            "recurrence",
            "amount"
        },
        sort = "-createdAt",
        icon = "package")
public class QuoteLine extends DocumentLine {

    static final String NAME = "sales.quote-line";

    @Field(required = true, references = Quote.NAME)
    @Column(name = "quote_id")
    private UUID quote;

    protected QuoteLine() {}

    /** What a deal's line says, at that price. */
    QuoteLine(UUID quote, OpportunityLine line, Optional<BigDecimal> price) {
        super(
                line.description().orElse(null),
                line.product().orElse(null),
                line.quantity(),
                price.orElse(null),
                line.discount().orElse(null));
        this.quote = quote;
        standAt(line.position());
    }

    @Override
    public UUID document() {
        return quote;
    }
}
