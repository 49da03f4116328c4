package com.example.events;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** A trade fair. */
@Entity
@Table(schema = "events", name = "event")
@RecordType(
        name = "events.event",
        path = "events",
        title = "name",
        feature = "events.fairs",
        columns = {"name", "place", "startsOn", "budget", "cancelled"},
        sort = "startsOn",
        menu = "sales",
        order = 80,
        icon = "calendar",
        assignable = true)
public class Event extends CrmRecord {

    @Field(required = true, searchable = true)
    private String name;

    @Field(searchable = true)
    private String place;

    @Field(required = true)
    private LocalDate startsOn;

    @Field(from = 0)
    @Embedded
    private Money budget;

    @Field(references = "core.account")
    private UUID account;

    @Field(readOnly = true)
    boolean cancelled;

    @Field(readOnly = true)
    private String cancelReason;

    void cancel(String reason) {
        cancelled = true;
        cancelReason = reason;
    }
}
