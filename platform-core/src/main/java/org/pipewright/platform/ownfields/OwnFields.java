package org.pipewright.platform.ownfields;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.records.OwnIndex;
import org.pipewright.platform.recordtypes.Condition;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.texts.Languages;

/** The fields the bound tenant added to its record types. */
@ApplicationScoped
class OwnFields {

    private static final String SUBJECT = "core.own-field";

    @Inject
    OwnFieldRows rows;

    @Inject
    OwnFieldCheck check;

    @Inject
    OwnFormulas formulas;

    @Inject
    RecordTypes types;

    @Inject
    OwnIndex index;

    @Inject
    Sql sql;

    @Inject
    History history;

    @Inject
    CallerBinding callers;

    @Inject
    @Any
    Instance<OwnFieldUser> users;

    @Inject
    Event<OwnFieldsChanged> changes;

    List<OwnFieldView> all() {
        return rows.all();
    }

    /** Record types the caller sees to which fields can be added. */
    List<String> recordTypes() {
        return types.all().stream()
                .filter(type -> type.isExtensible() && callers.hasFeature(type.feature()))
                .map(DeclaredType::name)
                .toList();
    }

    /** The field of that id, locked for a change; refuses when there is none. */
    OwnFieldView withId(UUID id) {
        return rows.locked(id).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    OwnFieldView add(NewOwnField wanted) {
        List<OwnFieldView> others = rows.all();
        OwnFieldView draft = drafted(wanted, name(wanted, others));
        check.require(draft, others);
        OwnFieldView field = formulas.resulting(draft, others);
        rows.add(field);
        tell(field, "create", JsonArray.EMPTY_JSON_ARRAY);
        return field;
    }

    private static OwnFieldView drafted(NewOwnField wanted, String name) {
        return new OwnFieldView(
                        UuidCreator.getTimeOrderedEpoch(),
                        1,
                        wanted.recordType(),
                        name,
                        wanted.kind(),
                        wanted.references() == null ? "" : wanted.references(),
                        Map.of(),
                        Map.of(),
                        "",
                        false,
                        false,
                        false,
                        false,
                        List.of(),
                        JsonValue.NULL,
                        Condition.OfField.NONE,
                        "",
                        null,
                        null,
                        null)
                .with(wanted.changeable());
    }

    private static String name(NewOwnField wanted, List<OwnFieldView> others) {
        List<String> taken = others.stream()
                .filter(other -> other.recordType().equals(wanted.recordType()))
                .map(OwnFieldView::name)
                .toList();
        if (wanted.name() == null) {
            String label =
                    wanted.labels().values().stream().anyMatch(text -> text == null) ? "" : label(wanted.labels());
            return OwnFieldNames.field(label, name -> !taken.contains(name));
        }
        if (taken.contains(wanted.name())) {
            throw new Refusal(
                    CoreErrorCode.DUPLICATE,
                    Map.of("name", wanted.name()),
                    List.of(InvalidFields.error("name", "taken")));
        }
        return wanted.name();
    }

    private static String label(Map<String, String> labels) {
        return labels.isEmpty() ? "" : Languages.chosen(Locale.ENGLISH, labels);
    }

    OwnFieldView change(OwnFieldView before, OwnFieldChange change) {
        List<OwnFieldView> others = rows.all();
        check.require(before.with(change), others);
        OwnFieldView after = formulas.resulting(before.with(change), others);
        requireUnused(before, after);
        rows.change(after);
        if (!before.isHidden()) {
            index(before, after);
        }
        tell(after, "edit", told(before, after));
        return withId(after.id());
    }

    /** A choice that stands in records stays. */
    private void requireUnused(OwnFieldView before, OwnFieldView after) {
        List<String> left = after.choices().stream().map(OwnChoice::value).toList();
        List<String> gone = before.choices().stream()
                .map(OwnChoice::value)
                .filter(value -> !left.contains(value))
                .toList();
        boolean used = !gone.isEmpty()
                && sql.first(
                                "select 1 from " + type(before).table()
                                        + " where own ->> ? = any(?) or jsonb_exists_any(own -> ?, ?::text[]) limit 1",
                                row -> true,
                                before.name(),
                                gone,
                                before.name(),
                                gone)
                        .isPresent();
        if (used) {
            throw InvalidFields.refusal("choices", "choice-in-use");
        }
    }

    private DeclaredType type(OwnFieldView field) {
        return types.named(field.recordType()).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    private void index(OwnFieldView before, OwnFieldView after) {
        boolean kept = before.unique() || before.indexed();
        boolean keeps = after.unique() || after.indexed();
        if ((kept != keeps || before.unique() != after.unique()) && !index.build(type(after), declared(after))) {
            throw InvalidFields.refusal("unique", "not-unique");
        }
        if (after.searchable() && !before.searchable()) {
            sql.update(
                    "update core.search_entry s set words = s.words || ' ' || platform.fold(t.own ->> ?) from "
                            + type(after).table()
                            + " t where s.subject = ? and t.tenant_id = s.tenant_id and t.id = s.record_id"
                            + " and t.own ->> ? is not null",
                    after.name(),
                    after.recordType(),
                    after.name());
        }
    }

    private static DeclaredField declared(OwnFieldView field) {
        return TenantFields.declared(field);
    }

    /** Hides the field everywhere; its values wait for a month (S-CF-05). */
    void hide(OwnFieldView field) {
        if (!field.isHidden()) {
            formulas.requireUnused(field, rows.all());
            users.stream()
                    .flatMap(user -> user.userOf(field.recordType(), field.name()).stream())
                    .findFirst()
                    .ifPresent(user -> {
                        throw Refusal.of(CoreErrorCode.USED_BY, user);
                    });
            rows.hide(field.id(), true);
            index.drop(declared(field));
            tell(field, "delete", JsonArray.EMPTY_JSON_ARRAY);
        }
    }

    /** Shows a hidden field again, with the values it had. */
    OwnFieldView restore(OwnFieldView field) {
        if (field.isHidden()) {
            rows.hide(field.id(), false);
            if (!index.build(type(field), declared(field))) {
                throw InvalidFields.refusal("unique", "not-unique");
            }
            tell(field, "restore", JsonArray.EMPTY_JSON_ARRAY);
        }
        return withId(field.id());
    }

    /** Lets go for good what was hidden long enough, with its values. */
    void expire() {
        rows.due().forEach(field -> {
            types.named(field.recordType())
                    .ifPresent(type -> sql.update(
                            "update " + type.table() + " set own = own - ? where jsonb_exists(own, ?)",
                            field.name(),
                            field.name()));
            sql.update("delete from core.file where record_type = ? and field = ?", field.recordType(), field.name());
            sql.update(
                    "delete from core.role_field where record_type = ? and field = ?",
                    field.recordType(),
                    field.name());
            rows.delete(field.id());
        });
    }

    private void tell(OwnFieldView field, String action, JsonArray told) {
        history.record(SUBJECT, field.id(), label(field.labels()), action, told);
        changes.fire(new OwnFieldsChanged(callers.tenantId()));
    }

    private static JsonArray told(OwnFieldView before, OwnFieldView after) {
        JsonArrayBuilder told = Json.createArrayBuilder();
        tell(told, "label", label(before.labels()), label(after.labels()));
        tell(told, "required", before.required(), after.required());
        tell(told, "unique", before.unique(), after.unique());
        tell(told, "indexed", before.indexed(), after.indexed());
        tell(told, "searchable", before.searchable(), after.searchable());
        tell(told, "preset", before.preset(), after.preset());
        tell(told, "conditions", before.conditions(), after.conditions());
        tell(told, "formula", before.formula(), after.formula());
        return told.build();
    }

    private static void tell(JsonArrayBuilder told, String member, Object before, Object after) {
        if (!before.equals(after)) {
            told.add(Json.createObjectBuilder()
                    .add("field", member)
                    .add("old", before.toString())
                    .add("new", after.toString()));
        }
    }
}
