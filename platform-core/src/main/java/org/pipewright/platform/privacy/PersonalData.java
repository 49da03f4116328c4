package org.pipewright.platform.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * Finds what is known of the person a record is about: the record itself, records of any module with the same address
 * or number in a personal field, mails that went to one of the addresses, and records that refer to one of these and have
 * personal fields of their own. Row rights are not asked: whoever answers such a request has to see everything.
 */
@ApplicationScoped
class PersonalData {

    private static final int ROUNDS = 5;
    private static final String MESSAGE = "core.message";

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    /** A record that was found. */
    private record Key(String recordType, UUID id) {}

    /**
     * What is known of a person.
     *
     * @param records that tell something
     * @param addresses of mail in lower case
     */
    record Known(List<PersonalRecord> records, Set<String> addresses) {}

    Known about(DeclaredType type, UUID id) {
        if (new PersonalFields(type).isEmpty() || !exists(type, id)) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        Set<Key> known = new LinkedHashSet<>(List.of(new Key(type.name(), id)));
        for (int round = 0, before = 0; round < ROUNDS && known.size() > before; round++) {
            before = known.size();
            Set<String> forms = forms(known);
            personalTypes().forEach(each -> reachable(each, forms).forEach(known::add));
        }
        Set<String> addresses =
                forms(known).stream().filter(form -> form.contains("@")).collect(Collectors.toSet());
        sentTo(addresses).forEach(known::add);
        List<Key> found = List.copyOf(known);
        personalTypes()
                .forEach(each -> found.forEach(key -> referring(each, key).forEach(known::add)));
        return new Known(
                known.stream()
                        .map(key -> read(types.named(key.recordType()).orElseThrow(), key.id()))
                        .toList(),
                addresses);
    }

    /** Their sender is the organisation's own mailbox: they are found last, so that it counts as nobody's address. */
    private List<Key> sentTo(Set<String> addresses) {
        return sql.list(
                "select m.id from core.message m where exists (select 1 from regexp_split_to_table("
                        + "lower(concat_ws(',', m.recipients, m.copies)), '[\\s,;<>\"]+') w where w = any(?::text[]))",
                row -> new Key(MESSAGE, row.getObject(1, UUID.class)),
                addresses);
    }

    private boolean exists(DeclaredType type, UUID id) {
        return sql.first("select 1 from " + type.table() + " where id = ?", row -> true, id)
                .isPresent();
    }

    private List<DeclaredType> personalTypes() {
        return types.all().stream()
                .filter(type -> !new PersonalFields(type).isEmpty())
                .toList();
    }

    private Set<String> forms(Set<Key> known) {
        Set<String> forms = new LinkedHashSet<>();
        known.forEach(key -> {
            DeclaredType type = types.named(key.recordType()).orElseThrow();
            new PersonalFields(type)
                    .telling()
                    .forEach(field -> sql.list(
                                    "select f.form from " + type.table() + " t, lateral (" + PersonalFields.forms(field)
                                            + ") f(form) where t.id = ? and f.form <> ''",
                                    row -> row.getString(1),
                                    key.id())
                            .forEach(forms::add));
        });
        return forms;
    }

    private List<Key> reachable(DeclaredType type, Set<String> forms) {
        List<DeclaredField> telling = new PersonalFields(type).telling();
        if (telling.isEmpty() || forms.isEmpty()) {
            return List.of();
        }
        String condition = telling.stream()
                .map(field ->
                        "exists (select 1 from (" + PersonalFields.forms(field) + ") f(form) where f.form = any(?))")
                .collect(Collectors.joining(" or "));
        List<Object> parameters = new ArrayList<>();
        telling.forEach(field -> parameters.add(forms));
        return sql.list(
                "select t.id from " + type.table() + " t where " + condition,
                row -> new Key(type.name(), row.getObject(1, UUID.class)),
                parameters);
    }

    /** Accounts are no persons: what refers to an account does not belong to its people. */
    private List<Key> referring(DeclaredType type, Key key) {
        return type.referencesTo(key.recordType()).stream()
                .filter(field -> !field.system())
                .filter(field -> new PersonalFields(type).telling().isEmpty())
                .flatMap(field -> sql
                        .list(
                                "select id from " + type.table() + " where " + field.column() + " = ?",
                                row -> new Key(type.name(), row.getObject(1, UUID.class)),
                                key.id())
                        .stream())
                .toList();
    }

    private PersonalRecord read(DeclaredType type, UUID id) {
        List<DeclaredField> fields = new PersonalFields(type).all();
        String columns =
                fields.stream().map(field -> ", " + field.column() + "::text").collect(Collectors.joining());
        return sql.first(
                        "select " + type.title().column() + ", deleted_at is not null" + columns + " from "
                                + type.table() + " where id = ?",
                        row -> record(type, id, fields, row),
                        id)
                .orElseThrow();
    }

    private static PersonalRecord record(DeclaredType type, UUID id, List<DeclaredField> fields, ResultSet row)
            throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String value = row.getString(i + 3);
            if (value != null && !value.isEmpty()) {
                values.put(fields.get(i).name(), value);
            }
        }
        return new PersonalRecord(type.name(), id, row.getString(1), row.getBoolean(2), values);
    }
}
