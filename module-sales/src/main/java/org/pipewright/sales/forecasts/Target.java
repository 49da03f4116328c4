package org.pipewright.sales.forecasts;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Figure;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Report;
import org.pipewright.sales.kinds.Kind;
import org.pipewright.sales.kinds.Management;
import org.pipewright.sales.opportunities.Opportunity;

/** What somebody, a team, a territory or everybody is to win in some time, and how far that is done (S-FC-07). */
@Entity
@Table(schema = "sales", name = "target")
@RecordType(
        name = Target.NAME,
        path = "targets",
        title = "name",
        feature = Opportunity.FORECASTING,
        columns = {
            "name",
            "person",
            "team",
            "territory",
            "firstDay",
            "lastDay",
            "goal",
            "won",
            "attained",
            "weighted",
            "coverage"
        },
        sort = "-firstDay",
        menu = "sales",
        order = 48,
        icon = "chart-line",
        views = @BuiltInView(key = "current", filter = "firstDay<=today;lastDay>=today", sort = "name"),
        reports =
                @Report(
                        key = "attainment",
                        period = "firstDay",
                        by = {"person", "team", "territory", "kind", "firstDay"},
                        figures = {
                            @Figure(key = "goal", sum = "goal"),
                            @Figure(key = "won", sum = "won"),
                            @Figure(key = "attained", sum = "won", of = "goal"),
                            @Figure(key = "weighted", sum = "weighted")
                        }))
class Target extends CrmRecord {

    static final String NAME = "sales.target";

    /** Field beside deals by which their territory is told, if there are any territories. */
    static final String TERRITORY = "territory";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    @Field(required = true, searchable = true)
    private String name;

    /** Whose deals count; everybody's if it names neither a person, a team nor a territory. */
    @Field(references = "core.member")
    @Column(name = "person_id")
    private UUID person;

    @Field(references = "core.team")
    @Column(name = "team_id")
    private UUID team;

    /** With all that belongs to it; what that is, is the matter of whoever divides deals up. */
    @Field(beside = TERRITORY)
    @Column(name = "territory_id")
    private UUID territory;

    @Field(references = Kind.NAME, feature = Management.FEATURE)
    @Column(name = "kind_id")
    private UUID kind;

    @Field(required = true)
    private LocalDate firstDay;

    @Field(required = true)
    private LocalDate lastDay;

    @Field(required = true, from = 0)
    @Embedded
    private Money goal;

    /** Revenue of the deals won in that time, in the tenant's currency. */
    @Field(readOnly = true)
    @Embedded
    private Money won;

    /** Worth of the open deals expected in that time, each by its probability (S-PIPE-04). */
    @Field(readOnly = true)
    @Embedded
    private Money weighted;

    /** In percent of the goal. */
    @Field(readOnly = true, decimals = 2)
    private BigDecimal attained;

    /** What is weighted for each unit that is still to be won (S-PIPE-11); none once all is won. */
    @Field(readOnly = true, decimals = 2)
    private BigDecimal coverage;

    protected Target() {}

    boolean endsBeforeItBegins() {
        return firstDay != null && lastDay != null && lastDay.isBefore(firstDay);
    }

    /** Keeps how far it is done; without a goal in the tenant's currency nothing can be said of shares of it. */
    void reckon(Money wonByNow, Money open, Optional<BigDecimal> goalInCurrency) {
        won = wonByNow;
        weighted = open;
        attained = goalInCurrency
                .filter(all -> all.signum() > 0)
                .map(all -> wonByNow.amount().multiply(HUNDRED).divide(all, DECIMALS, RoundingMode.HALF_UP))
                .orElse(null);
        coverage = goalInCurrency
                .map(all -> all.subtract(wonByNow.amount()))
                .filter(left -> left.signum() > 0)
                .map(left -> open.amount().divide(left, DECIMALS, RoundingMode.HALF_UP))
                .orElse(null);
    }

    Optional<Money> goal() {
        return Optional.ofNullable(goal).filter(money -> money.amount() != null);
    }

    Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    Optional<UUID> team() {
        return Optional.ofNullable(team);
    }

    Optional<UUID> territory() {
        return Optional.ofNullable(territory);
    }

    Optional<UUID> kind() {
        return Optional.ofNullable(kind);
    }

    LocalDate firstDay() {
        return firstDay;
    }

    LocalDate lastDay() {
        return lastDay;
    }
}
