package org.pipewright.platform.activities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.activities.ActivityForm;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Figure;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Report;

/**
 * Something done, or to be done, with or for somebody (S-ACT-01). It is planned or logged; it is linked to the records
 * it is about; once it is over it says what came of it and what comes next.
 */
@Entity
@Table(schema = "core", name = "activity")
@RecordType(
        name = Activity.NAME,
        path = "activities",
        title = "subject",
        feature = Activity.FEATURE,
        columns = {"subject", "kind", "status", "dueAt", "priority", "owner"},
        sort = "dueAt",
        open = "open==true",
        menu = "work",
        order = 10,
        icon = "list-checks",
        confidential = "confidential",
        views = {
            @BuiltInView(
                    key = "mine-today",
                    filter = "owner==me;open==true;dueAt=le=today+1d",
                    sort = "dueAt",
                    onStart = true),
            @BuiltInView(key = "overdue", filter = "open==true;dueAt=le=now", sort = "dueAt"),
            @BuiltInView(key = "planned", filter = "open==true", sort = "dueAt"),
            @BuiltInView(key = "done", filter = "open==false", sort = "-completedAt"),
            @BuiltInView(key = "unhandled", filter = "handled==false", sort = "-createdAt")
        },
        reports =
                @Report(
                        key = Activity.WEEKS,
                        weekly = true,
                        filter = "dueAt=isnull=false;status!=CANCELLED",
                        period = "dueAt",
                        by = {"owner", "team", "dueAt", "kind", "priority"},
                        figures = {
                            @Figure(key = "planned"),
                            @Figure(key = "done", filter = "status=in=(DONE,HELD)"),
                            @Figure(key = "late", filter = "open==true;dueAt=lt=now"),
                            @Figure(key = "share", filter = "status=in=(DONE,HELD)", of = "planned")
                        }))
public class Activity extends OwnedRecord {

    public static final String NAME = "core.activity";
    public static final String FEATURE = "core.activities";

    /** Key of the report on what was planned and what was done (S-ACT-11). */
    static final String WEEKS = "weeks";

    /** How urgent it is. */
    public enum Priority {
        LOW,
        NORMAL,
        HIGH
    }

    /** Who began it. */
    public enum Direction {
        INBOUND,
        OUTBOUND
    }

    @Field(required = true, searchable = true)
    private String subject;

    @Field(references = ActivityKind.NAME)
    @Column(name = "kind_id")
    private UUID kind;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private ActivityForm form;

    @Field
    @Enumerated(EnumType.STRING)
    private ActivityStatus status;

    @Field(readOnly = true)
    private boolean open;

    @Field
    @Enumerated(EnumType.STRING)
    private Priority priority;

    @Field(group = "time")
    private LocalDate dueOn;

    @Field(group = "time")
    private Instant startsAt;

    @Field(group = "time", from = 0, to = 10_080)
    private Integer duration;

    @Field(group = "time")
    private Instant remindAt;

    @Field(group = "time")
    @Enumerated(EnumType.STRING)
    private Recurrence repeats;

    @Field(group = "time")
    private LocalDate repeatsUntil;

    @Field(group = "time", readOnly = true)
    private LocalDate seriesFrom;

    @Field(group = "time", readOnly = true)
    private Instant dueAt;

    @Field(group = "time", readOnly = true)
    private Instant completedAt;

    @Field
    @Enumerated(EnumType.STRING)
    private Direction direction;

    @Field
    private String location;

    @Field(format = Field.Format.MULTILINE, max = 10_000, searchable = true)
    private String description;

    @Field(group = "result", format = Field.Format.MULTILINE, max = 4000)
    private String result;

    @Field(group = "result")
    private String nextStep;

    @Field(group = "result")
    private LocalDate nextStepOn;

    @Field
    private Boolean handled;

    @Field
    private Boolean confidential;

    @Field(readOnly = true, references = Activity.NAME)
    @Column(name = "follows_id")
    private UUID follows;

    /** The mail it stands for. */
    @Field(readOnly = true, references = "core.message")
    @Column(name = "message_id")
    private UUID message;

    protected Activity() {}

    /** A new one that module code fills. */
    static Activity of(UUID kind, String subject) {
        Activity activity = new Activity();
        activity.kind = kind;
        activity.subject = subject;
        return activity;
    }

    /** Makes it one of another kind. */
    void be(UUID itsKind) {
        kind = itsKind;
    }

    /** Makes it a mail that was sent. */
    void beSentMail(boolean isPrivate) {
        status = ActivityStatus.DONE;
        direction = Direction.OUTBOUND;
        confidential = isPrivate;
    }

    /** Makes it a mail that came in; it waits until somebody has looked after it. */
    void beReceivedMail(Instant at, boolean isPrivate) {
        status = ActivityStatus.DONE;
        direction = Direction.INBOUND;
        startsAt = at;
        confidential = isPrivate;
    }

    void standFor(UUID mail) {
        message = mail;
    }

    void describe(String text) {
        description = text;
    }

    void plan(LocalDate day, Instant start) {
        dueOn = day;
        startsAt = start;
    }

    /** Makes it what comes after another one. */
    void follow(Activity before) {
        follows = before.id();
        assignTo(before.owner(), before.team());
        confidential = before.confidential;
    }

    /** What a new activity is while nobody has said otherwise. */
    void begin(ActivityForm itsForm, boolean mailIsPrivate) {
        form = itsForm;
        if (status == null) {
            status = form == ActivityForm.NOTE ? ActivityStatus.DONE : ActivityStatus.toDo(form);
        }
        if (priority == null) {
            priority = Priority.NORMAL;
        }
        if (handled == null) {
            handled = !(form.isWritten() && direction == Direction.INBOUND);
        }
        if (confidential == null) {
            confidential = mailIsPrivate && form == ActivityForm.EMAIL;
        }
    }

    /** Works out what hangs on its other values, in the time zone of whoever is to do it. */
    void settle(ZoneId zone, Instant now) {
        open = status.isOpen();
        dueAt = due(zone);
        if (repeats != null && seriesFrom == null) {
            seriesFrom = day(zone).orElse(null);
        }
        if (open) {
            completedAt = null;
        } else if (completedAt == null) {
            completedAt = startsAt != null && startsAt.isBefore(now) ? startsAt : now;
        }
    }

    /** The last second of a day there, which belongs to its week and month, as the first of the next one would not. */
    static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).minusSeconds(1).toInstant();
    }

    /** A task is due until its day is over where its assignee lives; what is held is due when it ends (S-ACT-03). */
    private Instant due(ZoneId zone) {
        boolean byDay = dueOn != null && (form == ActivityForm.TASK || startsAt == null);
        if (byDay) {
            return endOf(dueOn, zone);
        }
        return startsAt == null ? null : startsAt.plus(duration == null ? 0 : duration, ChronoUnit.MINUTES);
    }

    /** The day it is planned for. */
    private Optional<LocalDate> day(ZoneId zone) {
        return Optional.ofNullable(dueOn)
                .or(() -> Optional.ofNullable(startsAt).map(start -> LocalDate.ofInstant(start, zone)));
    }

    /** The next one of its series; none when the series is over or it belongs to none. */
    Optional<Activity> next(ZoneId zone) {
        Optional<LocalDate> day = day(zone);
        if (repeats == null || day.isEmpty()) {
            return Optional.empty();
        }
        LocalDate next = repeats.after(day.get(), seriesFrom == null ? day.get() : seriesFrom);
        return repeatsUntil != null && next.isAfter(repeatsUntil)
                ? Optional.empty()
                : Optional.of(moved(ChronoUnit.DAYS.between(day.get(), next), zone));
    }

    private Activity moved(long days, ZoneId zone) {
        Activity next = of(kind, subject);
        next.follow(this);
        next.describe(description);
        next.location = location;
        next.priority = priority;
        next.direction = direction;
        next.duration = duration;
        next.repeats = repeats;
        next.repeatsUntil = repeatsUntil;
        next.seriesFrom = seriesFrom;
        next.plan(dueOn == null ? null : dueOn.plusDays(days), later(startsAt, days, zone));
        next.remindAt = later(remindAt, days, zone);
        return next;
    }

    /** The same time of day some days later. */
    private static Instant later(Instant moment, long days, ZoneId zone) {
        return moment == null ? null : moment.atZone(zone).plusDays(days).toInstant();
    }

    void moveTo(ActivityStatus next) {
        status = next;
    }

    /** Ends it with what came of it. */
    void end(ActivityStatus how, String cameOfIt) {
        status = how;
        handled = true;
        if (cameOfIt != null) {
            result = cameOfIt;
        }
    }

    void takeNextStep(String step, LocalDate day) {
        if (step != null) {
            nextStep = step;
            nextStepOn = day;
        }
    }

    /** Puts it off to another day, at the same time of day. */
    void defer(LocalDate day, ZoneId zone) {
        if (startsAt != null) {
            startsAt = later(startsAt, ChronoUnit.DAYS.between(LocalDate.ofInstant(startsAt, zone), day), zone);
        }
        if (startsAt == null || dueOn != null) {
            dueOn = day;
        }
        status = ActivityStatus.DEFERRED;
    }

    void handle() {
        handled = true;
    }

    String subject() {
        return subject;
    }

    UUID kind() {
        return kind;
    }

    /** What it is at heart. */
    public ActivityForm form() {
        return form;
    }

    ActivityStatus status() {
        return status;
    }

    /** Whether it is still to be done. */
    public boolean isOpen() {
        return open;
    }

    /** Whether it was called off. */
    public boolean isCalledOff() {
        return status == ActivityStatus.CANCELLED;
    }

    boolean isHandled() {
        return !Boolean.FALSE.equals(handled);
    }

    boolean isPlanned() {
        return dueOn != null || startsAt != null;
    }

    boolean isRepeated() {
        return repeats != null;
    }

    Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    Optional<Instant> remindAt() {
        return Optional.ofNullable(remindAt);
    }

    Optional<String> nextStep() {
        return Optional.ofNullable(nextStep);
    }

    Optional<LocalDate> nextStepOn() {
        return Optional.ofNullable(nextStepOn);
    }
}
