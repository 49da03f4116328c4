package org.pipewright.sales.demand;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.sales.opportunities.Opportunity;

/** A line of demand as it was when it was posted; stays as it is, whatever becomes of the demand (S-DEM-04). */
@Entity
@Table(schema = "sales", name = "posted_demand_line")
@RecordType(
        name = PostedDemandLine.NAME,
        path = "posted-demand-lines",
        title = "description",
        feature = DemandLine.FEATURE,
        partOf = "opportunity",
        kept = true,
        columns = {"description", "demandVersion", "product", "quantity", "amount", "comment", "postedAt", "postedBy"},
        sort = "-demandVersion",
        icon = "list-checks",
        importable = false)
class PostedDemandLine extends PartRecord {

    static final String NAME = "sales.posted-demand-line";

    @Field(format = Field.Format.MULTILINE, max = 4000, readOnly = true)
    private String description;

    @Field(readOnly = true, references = Opportunity.NAME)
    @Column(name = "opportunity_id")
    private UUID opportunity;

    @Field(readOnly = true)
    private Integer demandVersion;

    @Field(readOnly = true, references = "core.product")
    @Column(name = "product_id")
    private UUID product;

    @Field(readOnly = true)
    private BigDecimal quantity;

    @Field(readOnly = true)
    @Embedded
    private Money amount;

    @Field(format = Field.Format.MULTILINE, max = 4000, readOnly = true)
    private String comment;

    @Field(readOnly = true)
    private Instant postedAt;

    @Field(readOnly = true, references = "core.member")
    @Column(name = "posted_by")
    private UUID postedBy;

    protected PostedDemandLine() {}

    PostedDemandLine(DemandLine line, int demandVersion, Instant at, UUID by) {
        this.demandVersion = demandVersion;
        opportunity = line.opportunity();
        description = line.description();
        product = line.product().orElse(null);
        quantity = line.quantity().orElse(null);
        amount = line.amount().orElse(null);
        comment = line.comment();
        postedAt = at;
        postedBy = by;
        standAt(line.position());
    }
}
