package org.pipewright.platform.layouts;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.history.History;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.roles.RoleTitles;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.Refusal;

/** The layouts of the bound tenant. A layout says what is shown where, never what somebody may see or must fill in. */
@ApplicationScoped
class Layouts {

    private static final String SUBJECT = "core.layout";

    @Inject
    LayoutRows rows;

    @Inject
    LayoutCheck check;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RoleTitles roles;

    @Inject
    Sql sql;

    @Inject
    History history;

    @Inject
    CallerBinding callers;

    @Inject
    Event<LayoutsChanged> changes;

    /** All of them, and the roles there can be others for. */
    LayoutView.Page all() {
        return new LayoutView.Page(
                rows.all().stream().map(this::titled).toList(),
                roles.all().entrySet().stream()
                        .map(role -> new LayoutView.RoleChoice(role.getKey(), role.getValue()))
                        .toList());
    }

    /** The layout of that id, locked for a change; refuses when there is none. */
    LayoutView withId(UUID id) {
        return rows.locked(id).map(this::titled).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    private LayoutView titled(LayoutView layout) {
        return layout.kind() == null ? layout : layout.titled(title(layout).orElse(null));
    }

    /** What the record is called that the kind refers to, if the caller may see it. */
    private Optional<String> title(LayoutView layout) {
        return types.named(layout.recordType())
                .flatMap(type -> type.field(layout.kind().field()))
                .map(DeclaredField::references)
                .flatMap(types::named)
                .flatMap(target -> LayoutCheck.id(layout.kind().value()).flatMap(id -> title(target, id)));
    }

    private Optional<String> title(DeclaredType type, UUID id) {
        return Optional.of(id)
                .filter(there -> reading.allows(type, there, Action.VIEW))
                .flatMap(there -> sql.first(
                        "select " + type.title().in("t") + "::text from " + type.table() + " t where t.id = ?",
                        row -> row.getString(1),
                        there));
    }

    LayoutView add(NewLayout wanted) {
        LayoutView layout = new LayoutView(
                        UuidCreator.getTimeOrderedEpoch(),
                        1,
                        wanted.recordType(),
                        wanted.role(),
                        wanted.kind() == null
                                ? null
                                : new LayoutView.Kind(
                                        wanted.kind().field(), wanted.kind().value(), null),
                        List.of(),
                        List.of())
                .with(wanted.changeable());
        check.requireNew(layout, rows.all());
        rows.add(layout);
        LayoutView added = withId(layout.id());
        tell(added, "create", told(added.with(new LayoutChange(null, null)), added));
        return added;
    }

    LayoutView change(LayoutView before, LayoutChange change) {
        LayoutView after = before.with(change);
        check.require(after);
        rows.change(after);
        tell(after, "edit", told(before, after));
        return withId(after.id());
    }

    void delete(LayoutView layout) {
        rows.delete(layout.id());
        tell(layout, "delete", JsonArray.EMPTY_JSON_ARRAY);
    }

    private void tell(LayoutView layout, String action, JsonArray told) {
        String name = Stream.of(layout.recordType(), whom(layout))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("@"));
        history.record(SUBJECT + ":" + name, null, name, action, told);
        changes.fire(new LayoutsChanged(callers.tenantId()));
    }

    /** For whom it is, as the audit log tells it. */
    private String whom(LayoutView layout) {
        return Stream.of(
                        layout.role() == null ? null : roles.all().get(layout.role()),
                        layout.kind() == null
                                ? null
                                : Optional.ofNullable(layout.kind().title())
                                        .orElse(layout.kind().value()))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static JsonArray told(LayoutView before, LayoutView after) {
        JsonArrayBuilder told = Json.createArrayBuilder();
        tell(told, "sections", sections(before), sections(after));
        tell(told, "columns", String.join(", ", before.columns()), String.join(", ", after.columns()));
        return told.build();
    }

    private static String sections(LayoutView layout) {
        return layout.sections().stream()
                .map(section -> Stream.concat(Stream.of(section.group()), section.labels().values().stream())
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining(" / "))
                        + ": " + String.join(", ", section.fields()))
                .collect(Collectors.joining("; "));
    }

    private static void tell(JsonArrayBuilder told, String member, String before, String after) {
        if (!before.equals(after)) {
            told.add(Json.createObjectBuilder()
                    .add("field", member)
                    .add("old", before)
                    .add("new", after));
        }
    }
}
