package org.pipewright.platform.translations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.Refusal;

/** The names of the tenant's catalogues, kinds and roles in languages other than its own (S-I18N-02). */
@ApplicationScoped
public class Translations {

    private static final String ROLE = "core.role";
    private static final int LONGEST = 255;

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    CallerBinding callers;

    @Inject
    History history;

    /** Every name that can have another in the language, by what it names and in order of the names. */
    List<Translation> all(String language) {
        Map<UUID, String> texts = texts(language);
        Stream<Translation> entries = translatable()
                .filter(type -> callers.caller().has(type.feature()))
                .flatMap(type -> named(type.name(), namesOf(type), texts));
        return Stream.concat(entries, roles(texts)).toList();
    }

    /** The types whose records can be named in several languages. */
    Stream<DeclaredType> translatable() {
        return types.all().stream().filter(DeclaredType::isTranslatable);
    }

    private static String namesOf(DeclaredType type) {
        String title = type.title().column();
        return "select id, " + title + " from " + type.table() + " where deleted_at is null order by lower(" + title
                + "), id";
    }

    /** Roles that come with the product have their names in every language. */
    private Stream<Translation> roles(Map<UUID, String> texts) {
        return named(ROLE, "select id, name from core.role where key is null order by lower(name), id", texts);
    }

    private Stream<Translation> named(String subject, String names, Map<UUID, String> texts) {
        return sql
                .list(names, row -> {
                    UUID id = row.getObject(1, UUID.class);
                    return new Translation(subject, id, row.getString(2), texts.get(id));
                })
                .stream();
    }

    /** What is named so far in the language, by what it names. */
    public Map<UUID, String> texts(String language) {
        return sql
                .list(
                        "select record_id, text from core.translation where language = ?",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
                        language)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Names it so in the language; refuses what is not there, no text and one that is too long. */
    Translation name(String language, UUID id, String text) {
        Translation before = named(language, id);
        String wanted = text == null ? "" : text.strip();
        if (wanted.isEmpty()) {
            throw InvalidFields.refusal("text", "required");
        } else if (wanted.length() > LONGEST) {
            throw InvalidFields.refusal("text", "too-long");
        } else if (wanted.indexOf('\0') >= 0) {
            throw InvalidFields.refusal("text", "invalid");
        }
        write(language, id, wanted);
        tell(language, before, Optional.of(wanted));
        return new Translation(before.recordType(), id, before.name(), wanted);
    }

    /** Takes the name in the language away. */
    void forget(String language, UUID id) {
        Translation before = named(language, id);
        sql.update("delete from core.translation where record_id = ? and language = ?", id, language);
        tell(language, before, Optional.empty());
    }

    private Translation named(String language, UUID id) {
        return all(language).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    /** Writes it down without telling the history. */
    void write(String language, UUID id, String text) {
        sql.update(
                "insert into core.translation (record_id, language, text) values (?, ?, ?)"
                        + " on conflict (tenant_id, record_id, language) do update set text = excluded.text",
                id,
                language,
                text);
    }

    private void tell(String language, Translation before, Optional<String> after) {
        JsonValue was = before.text() == null ? JsonValue.NULL : Json.createValue(before.text());
        JsonValue is = after.<JsonValue>map(Json::createValue).orElse(JsonValue.NULL);
        if (!was.equals(is)) {
            history.record("translation:" + language + ", " + before.name(), "edit", was, is);
        }
    }

    /** Names of a type's records by id. */
    Map<UUID, String> names(DeclaredType type) {
        return named(type.name(), namesOf(type), Map.of())
                .collect(Collectors.toMap(Translation::id, Translation::name));
    }
}
