package org.pipewright.platform.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.activities.TimeZones;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.meetings.Attendee.Person;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.records.Records;

/** What is known of those who come to meetings. */
@ApplicationScoped
class People {

    private static final String CONTACT = "core.contact";

    @Inject
    Sql sql;

    @Inject
    Records records;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    TimeZones zones;

    @Inject
    CallerBinding callers;

    /** How somebody is called and written to, as far as the caller may see it. */
    Person of(Attendee attendee) {
        return attendee.member()
                .flatMap(this::member)
                .or(() -> attendee.contact().flatMap(contact -> shown(new LinkedRecord(CONTACT, contact))))
                .or(() -> attendee.person().flatMap(this::shown))
                .orElse(Person.NOBODY);
    }

    private Optional<Person> member(UUID id) {
        return sql.first(
                "select name, email from core.member where id = ? and status = 'ACTIVE' and deleted_at is null",
                row -> new Person(row.getString(1), row.getString(2)),
                id);
    }

    private Optional<Person> shown(LinkedRecord record) {
        return types.named(record.recordType())
                .flatMap(type -> records.seen(type.name(), record.id())
                        .map(members ->
                                new Person(members.getString(type.title().name(), null), address(type, members))));
    }

    private static String address(DeclaredType type, JsonObject members) {
        return type.fields().stream()
                .filter(field -> field.kind() == FieldKind.EMAILS)
                .flatMap(field -> members.getOrDefault(field.name(), JsonValue.NULL) instanceof JsonArray points
                        ? points.getValuesAs(JsonObject.class).stream()
                        : java.util.stream.Stream.empty())
                .map(point -> point.getString("value"))
                .findFirst()
                .orElse(null);
    }

    /** Whether people of that record can be invited by the caller, who has to see it. */
    boolean isInvitable(LinkedRecord record) {
        return types.named(record.recordType())
                .filter(type -> type.declaration().activities())
                .filter(reading::isViewable)
                .filter(type -> type.fields().stream().anyMatch(field -> field.kind() == FieldKind.EMAILS))
                .filter(type -> reading.allows(type, record.id(), Action.VIEW))
                .isPresent();
    }

    /** The time zone somebody lives in, as far as it is known. */
    ZoneId zone(Attendee attendee) {
        return attendee.member().map(zones::of).orElse(callers.caller().tenant().timeZone());
    }

    /** The language somebody is written to in. */
    Locale language(Attendee attendee) {
        return attendee.member()
                .flatMap(member -> sql.first(
                        "select p.language from platform.membership m join platform.person p on p.id = m.person_id"
                                + " where m.tenant_id = ? and m.member_id = ? and p.language is not null",
                        row -> row.getString(1),
                        callers.tenantId(),
                        member))
                .or(() -> attendee.contact()
                        .flatMap(contact -> sql.first(
                                "select language from core.contact where id = ? and language is not null",
                                row -> row.getString(1),
                                contact)))
                .map(tag -> Locale.forLanguageTag(tag.toLowerCase(Locale.ROOT)))
                .orElse(callers.caller().tenant().language());
    }
}
