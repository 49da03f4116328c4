package org.pipewright.sales.credits;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.sales.opportunities.Opportunity;

/** A colleague's share in a deal (S-OPP-24). */
@Entity
@Table(schema = "sales", name = "credit_split")
@RecordType(
        name = CreditSplit.NAME,
        path = "credit-splits",
        title = "role",
        feature = Opportunity.FEATURE,
        partOf = "opportunity",
        columns = {"member", "role", "share", "credited"},
        sort = "-createdAt",
        icon = "percent")
class CreditSplit extends PartRecord {

    static final String NAME = "sales.credit-split";

    @Field(required = true, references = "core.member")
    @Column(name = "member_id")
    private UUID member;

    @Field(required = true, references = Opportunity.NAME)
    @Column(name = "opportunity_id")
    private UUID opportunity;

    @Field(max = 100)
    private String role;

    @Field(required = true, from = 1, to = 100)
    private Integer share;

    @Field(readOnly = true)
    @Embedded
    private Money credited;

    protected CreditSplit() {}

    /** Takes its share of what the deal is worth. */
    void take(Optional<Money> worth) {
        credited = worth.map(amount -> Money.of(
                        amount.amount()
                                .multiply(BigDecimal.valueOf(share == null ? 0 : share))
                                .movePointLeft(2)
                                .setScale(4, RoundingMode.HALF_UP),
                        amount.currency()))
                .orElse(null);
    }

    UUID member() {
        return member;
    }

    UUID opportunity() {
        return opportunity;
    }

    int share() {
        return share;
    }
}
