package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.consents.Declined;
import org.pipewright.platform.mailboxes.MailStart.Recipient;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.records.Records;

/**
 * The people of a record whom a mail can go to: the record itself, the contacts and accounts it or its parts name, and
 * the contacts of these accounts; as far as the caller sees them and their addresses.
 */
@ApplicationScoped
class Recipients {

    private static final String CONTACT = "core.contact";
    private static final String ACCOUNT = "core.account";
    private static final int MOST = 50;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    Records records;

    @Inject
    Declined declined;

    @Inject
    UndeliverableAddresses undeliverable;

    List<Recipient> of(DeclaredType type, UUID id) {
        Map<LinkedRecord, JsonObject> people = new LinkedHashMap<>();
        LinkedRecord self = new LinkedRecord(type.name(), id);
        Stream<LinkedRecord> named =
                Stream.concat(references(self, people), parts(type, id).flatMap(part -> references(part, people)));
        List<LinkedRecord> found = named.toList();
        found.forEach(each -> look(each, people));
        Stream.concat(Stream.of(self), found.stream())
                .filter(each -> each.recordType().equals(ACCOUNT))
                .distinct()
                .flatMap(this::contactsOf)
                .limit(MOST)
                .forEach(each -> look(each, people));
        return marked(people.entrySet().stream()
                .flatMap(entry -> addresses(entry.getKey(), entry.getValue()))
                .collect(Collectors.toMap(
                        person -> person.address().toLowerCase(Locale.ROOT),
                        person -> person,
                        (first, again) -> first,
                        LinkedHashMap::new)));
    }

    private List<Recipient> marked(Map<String, Recipient> people) {
        Map<String, UndeliverableAddress> returned = undeliverable.among(people.keySet());
        Set<String> unwilling = declined.among(people.keySet());
        return people.entrySet().stream()
                .map(entry -> new Recipient(
                        entry.getValue().name(),
                        entry.getValue().address(),
                        entry.getValue().recordType(),
                        entry.getValue().record(),
                        unwilling.contains(entry.getKey()),
                        Optional.ofNullable(returned.get(entry.getKey()))
                                .map(UndeliverableAddress::reason)
                                .orElse(null)))
                .toList();
    }

    private Optional<JsonObject> look(LinkedRecord record, Map<LinkedRecord, JsonObject> seen) {
        Optional<JsonObject> found = Optional.ofNullable(seen.get(record))
                .or(() -> types.named(record.recordType())
                        .filter(reading::isViewable)
                        .flatMap(type -> records.seen(type.name(), record.id())));
        found.ifPresent(members -> seen.putIfAbsent(record, members));
        return found;
    }

    /** The contacts and accounts that fields of the record name. */
    private Stream<LinkedRecord> references(LinkedRecord record, Map<LinkedRecord, JsonObject> seen) {
        return look(record, seen).stream()
                .flatMap(members -> types.named(record.recordType()).orElseThrow().fields().stream()
                        .filter(field -> Set.of(CONTACT, ACCOUNT).contains(field.references()))
                        .flatMap(field -> reference(field, members)));
    }

    private static Stream<LinkedRecord> reference(DeclaredField field, JsonObject members) {
        return members.getOrDefault(field.name(), JsonValue.NULL) instanceof JsonObject named
                ? Stream.of(new LinkedRecord(field.references(), UUID.fromString(named.getString("id"))))
                : Stream.empty();
    }

    private Stream<LinkedRecord> parts(DeclaredType type, UUID id) {
        return types.parts(type).values().stream()
                .filter(part -> !part.referencesTo(CONTACT).isEmpty())
                .filter(reading::isViewable)
                .flatMap(part -> reading.ids(part, recipients(part, id), "", Action.VIEW, MOST).stream()
                        .map(each -> new LinkedRecord(part.name(), each)));
    }

    private static String recipients(DeclaredType part, UUID host) {
        String ofHost = part.hostField().name() + "==" + host;
        String some = part.declaration().recipients();
        return some.isEmpty() ? ofHost : ofHost + ";" + some;
    }

    private Stream<LinkedRecord> contactsOf(LinkedRecord account) {
        return types.named(CONTACT).filter(reading::isViewable).stream()
                .flatMap(type -> reading.ids(type, "account==" + account.id(), "", Action.VIEW, MOST).stream())
                .map(id -> new LinkedRecord(CONTACT, id));
    }

    private Stream<Recipient> addresses(LinkedRecord record, JsonObject members) {
        DeclaredType type = types.named(record.recordType()).orElseThrow();
        String name = members.getString(type.title().name(), "");
        return type.fields().stream()
                .filter(field -> field.kind() == FieldKind.EMAILS)
                .flatMap(field -> points(members.get(field.name())))
                .map(address -> new Recipient(name, address, type.name(), record.id(), false, null));
    }

    private static Stream<String> points(JsonValue points) {
        return points instanceof JsonArray list
                ? list.getValuesAs(JsonObject.class).stream().map(point -> point.getString("value"))
                : Stream.empty();
    }
}
