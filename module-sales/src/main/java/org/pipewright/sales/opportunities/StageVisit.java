package org.pipewright.sales.opportunities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Figure;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Report;
import org.pipewright.sales.kinds.Management;
import org.pipewright.sales.kinds.Stage;

/**
 * An opportunity's time in one stage (S-KIND-12). It belongs to whom the opportunity belongs to; who came to the stage
 * is who made the record. How likely a deal is from a stage on is learned from those closed in the last two years: what
 * sold before that tells little of today (S-PIPE-08).
 */
@Entity
@Table(schema = "sales", name = "stage_visit")
@RecordType(
        name = StageVisit.NAME,
        path = "stage-visits",
        title = "name",
        feature = Management.FEATURE,
        columns = {
            "name",
            "enteredAt",
            "leftAt",
            "opportunity",
            "durationSeconds",
            "workingSeconds",
            "skipped",
            "deviation",
            "fellOff"
        },
        sort = "-enteredAt",
        icon = "history",
        importable = false,
        kept = true,
        reports =
                @Report(
                        key = "passage",
                        filter = "opportunity.outcome=in=(WON,LOST);opportunity.actualClose>=today-24m",
                        period = "enteredAt",
                        by = {"stage", "kind", "owner", "opportunity.account"},
                        figures = {
                            @Figure(key = "reached", distinct = "opportunity"),
                            @Figure(key = "won", filter = "opportunity.outcome==WON", distinct = "opportunity"),
                            @Figure(
                                    key = "likelihood",
                                    filter = "opportunity.outcome==WON",
                                    distinct = "opportunity",
                                    of = "reached",
                                    least = 20),
                            @Figure(
                                    key = "stay",
                                    days = {"enteredAt", "leftAt"})
                        }))
class StageVisit extends OwnedRecord {

    static final String NAME = "sales.stage-visit";

    @Field(readOnly = true)
    private String name;

    @Field(readOnly = true, references = Opportunity.NAME)
    @Column(name = "opportunity_id")
    private UUID opportunity;

    @Field(readOnly = true, references = "sales.kind")
    @Column(name = "kind_id")
    private UUID kind;

    @Field(readOnly = true, references = Stage.NAME)
    @Column(name = "stage_id")
    private UUID stage;

    @Field(readOnly = true)
    private Instant enteredAt;

    @Field(readOnly = true)
    private Instant leftAt;

    @Field(readOnly = true)
    private Long durationSeconds;

    @Field(readOnly = true)
    private Long workingSeconds;

    @Field(readOnly = true)
    private int skipped;

    @Field(readOnly = true)
    private boolean back;

    @Field(readOnly = true)
    private boolean deviation;

    @Field(readOnly = true)
    private boolean fellOff;

    @Field(readOnly = true, format = Field.Format.MULTILINE)
    private String reason;

    protected StageVisit() {}

    StageVisit(Opportunity of, Stage at, Instant now) {
        name = at.name();
        opportunity = of.id();
        kind = of.kind().orElse(null);
        stage = at.id();
        enteredAt = now;
        deviation = of.passage() == Passage.DEVIATION;
        reason = of.passageReason().orElse(null);
        belongTo(of);
    }

    final void belongTo(Opportunity of) {
        assignTo(of.owner(), of.team());
    }

    /** Tells how the deal came here from another stage. */
    void cameBy(int stagesSkipped, boolean goingBack) {
        skipped = stagesSkipped;
        back = goingBack;
    }

    /** Ends it. */
    void leave(Instant now, Duration working, boolean isFall) {
        leftAt = now;
        durationSeconds = Duration.between(enteredAt, now).toSeconds();
        workingSeconds = working.toSeconds();
        fellOff = isFall;
    }

    boolean isRunning() {
        return leftAt == null;
    }

    Instant enteredAt() {
        return enteredAt;
    }

    long durationSeconds() {
        return durationSeconds == null ? 0 : durationSeconds;
    }

    boolean isDeviation() {
        return deviation;
    }

    boolean isFall() {
        return fellOff;
    }

    int skipped() {
        return skipped;
    }

    UUID stage() {
        return stage;
    }
}
