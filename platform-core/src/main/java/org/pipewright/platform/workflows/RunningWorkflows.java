package org.pipewright.platform.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.records.RecordWriting;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.RoleNames;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Amendments;
import org.pipewright.platform.spi.records.Assignables;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.texts.Texts;
import org.pipewright.platform.workflows.Definition.Asked;
import org.pipewright.platform.workflows.Definition.Transition;
import org.pipewright.platform.workflows.RunningRows.Standing;

/**
 * Records in the active workflows of their type, each of which goes on by itself (S-OPP-21). What a transition changes goes
 * through the rules of every other write, with the rights of whoever presses the button.
 */
@ApplicationScoped
class RunningWorkflows {

    private static final String CHANGE = "workflow";

    @Inject
    RunningRows rows;

    @Inject
    Deeds deeds;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RecordWriting writing;

    @Inject
    Amendments amendments;

    @Inject
    Assignables criteria;

    @Inject
    RoleNames roles;

    @Inject
    History history;

    @Inject
    CallerBinding callers;

    @Inject
    Texts texts;

    /** The type of that name, of which the caller may view the record; refuses otherwise. */
    DeclaredType visible(String recordType, UUID record) {
        DeclaredType type = types.named(recordType).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        reading.requireView(type);
        reading.requireVisible(type, record);
        return type;
    }

    /** Where the record stands in each workflow it follows. */
    RunningView.Page of(DeclaredType type, UUID record) {
        boolean editable = amendments.areAllowed(type.name(), record);
        return new RunningView.Page(followed(type, record).stream()
                .map(standing -> view(type, record, standing, editable))
                .toList());
    }

    /** A record follows what it matches as long as it has not begun, and what it has begun to the end. */
    private List<Standing> followed(DeclaredType type, UUID record) {
        List<Standing> all = rows.of(type.name(), record);
        List<String> asked =
                all.stream().map(standing -> standing.definition().applies()).toList();
        Set<Integer> matched = matched(type, record, asked);
        List<Standing> followed = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).begun() || asked.get(i).isEmpty() || matched.contains(i)) {
                followed.add(all.get(i));
            }
        }
        return followed;
    }

    /** Places of the criteria that the record matches, whatever the caller may see of it; none of empty ones. */
    private Set<Integer> matched(DeclaredType type, UUID record, List<String> asked) {
        return asked.stream().allMatch(String::isEmpty)
                ? Set.of()
                : criteria.among(type.name(), asked, List.of(record)).stream()
                        .findFirst()
                        .map(Assignables.Matched::criteria)
                        .orElse(Set.of());
    }

    private RunningView view(DeclaredType type, UUID record, Standing standing, boolean editable) {
        List<Transition> ways = editable
                ? standing.definition().from(standing.step()).stream()
                        .filter(this::isOpen)
                        .toList()
                : List.of();
        Set<Integer> free =
                matched(type, record, ways.stream().map(Transition::guard).toList());
        List<RunningView.Way> shown = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            boolean possible = ways.get(i).guard().isEmpty() || free.contains(i);
            shown.add(way(type, standing.definition(), ways.get(i), possible));
        }
        return new RunningView(
                standing.workflow(),
                standing.name(),
                standing.number(),
                standing.at(),
                standing.since(),
                standing.definition().steps(),
                shown);
    }

    /** Buttons of other roles are not there (S-ROLE-11). */
    private boolean isOpen(Transition transition) {
        return transition.roles().isEmpty() || transition.roles().stream().anyMatch(roles::isHeld);
    }

    private RunningView.Way way(DeclaredType type, Definition definition, Transition transition, boolean possible) {
        return new RunningView.Way(
                transition.key(),
                transition.name(),
                definition.step(transition.to()).orElseThrow().name(),
                transition.confirm(),
                possible,
                possible ? null : reason(transition),
                transition.fields().stream()
                        .filter(asked -> isThere(type, asked))
                        .map(asked -> new RunningView.Input(
                                asked.field(),
                                asked.required(),
                                asked.proposed().orElse(null)))
                        .toList());
    }

    private boolean isThere(DeclaredType type, Asked asked) {
        return type.field(asked.field())
                .filter(field -> callers.hasFeature(field.feature()))
                .isPresent();
    }

    private String reason(Transition transition) {
        return transition.reason().isEmpty()
                ? texts.text(callers.caller().language(), "core.workflow.barred")
                : transition.reason();
    }

    /** Goes a way with what was filled into its form. */
    void pass(DeclaredType type, UUID record, UUID workflow, String way, JsonObject form, Optional<Integer> expected) {
        CrmRecord locked = writing.editable(type, record, expected);
        Standing standing = standing(type, record, workflow);
        Transition transition =
                standing.definition().transition(way).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        requirePossible(type, record, standing, transition);
        JsonObject members = filledIn(type, locked, transition, form);
        rows.move(standing, record, transition.to(), transition.key(), null);
        deeds.perform(type, locked, transition, members);
        tell(type, locked, standing, transition.to(), null);
    }

    private Standing standing(DeclaredType type, UUID record, UUID workflow) {
        return followed(type, record).stream()
                .filter(each -> each.workflow().equals(workflow))
                .findFirst()
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    private void requirePossible(DeclaredType type, UUID record, Standing standing, Transition transition) {
        if (!isOpen(transition)) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, transition.name());
        }
        if (!transition.from().contains(standing.step())) {
            throw Refusal.of(CoreErrorCode.NOT_OFFERED, transition.name());
        }
        boolean barred = !transition.guard().isEmpty()
                && matched(type, record, List.of(transition.guard())).isEmpty();
        if (barred) {
            throw Refusal.of(CoreErrorCode.TRANSITION_BARRED, reason(transition));
        }
    }

    /** What the form changes; tells every field that is missing or not asked for. */
    private JsonObject filledIn(DeclaredType type, CrmRecord record, Transition transition, JsonObject form) {
        List<FieldError> errors = new ArrayList<>();
        JsonObjectBuilder members = Json.createObjectBuilder();
        form.keySet().stream()
                .filter(name -> transition.fields().stream()
                        .noneMatch(asked -> asked.field().equals(name)))
                .forEach(name -> errors.add(InvalidFields.error(name, "unknown")));
        transition.fields().stream().filter(asked -> isThere(type, asked)).forEach(asked -> {
            DeclaredField field = type.field(asked.field()).orElseThrow();
            boolean has = field.valueIn(record) != null;
            JsonValue value = form.getOrDefault(
                    asked.field(), has ? null : asked.proposed().orElse(null));
            if (value != null) {
                members.add(asked.field(), value);
            }
            if (asked.required() && (value == null ? !has : isEmpty(value))) {
                errors.add(InvalidFields.error(asked.field(), "required"));
            }
        });
        InvalidFields.requireNone(errors);
        return members.build();
    }

    private static boolean isEmpty(JsonValue value) {
        return value == JsonValue.NULL
                || (value instanceof JsonString text && text.getString().isBlank())
                || (value instanceof JsonArray list && list.isEmpty());
    }

    /** Puts a record into any step of its version: no edit of a workflow strands it (S-WF-18). */
    void place(DeclaredType type, UUID record, UUID workflow, RunningView.Placement wanted) {
        CrmRecord locked = writing.editable(type, record, Optional.empty());
        Standing standing = standing(type, record, workflow);
        if (standing.definition().step(wanted.step()).isEmpty()) {
            throw InvalidFields.refusal("step", "not-found", "no-step");
        }
        rows.move(standing, record, wanted.step(), null, wanted.reason().strip());
        tell(type, locked, standing, wanted.step(), wanted.reason().strip());
    }

    private void tell(DeclaredType type, CrmRecord record, Standing before, String step, String reason) {
        String name = before.definition().step(step).orElseThrow().name();
        JsonObject change = Json.createObjectBuilder()
                .add("field", before.name())
                .add("old", before.at().name())
                .add("new", reason == null ? name : name + " (" + reason + ")")
                .build();
        history.record(
                type.name(),
                record.id(),
                Objects.toString(type.title().valueIn(record), ""),
                CHANGE,
                Json.createArrayBuilder().add(change).build());
    }

    /** The way the record took in a workflow of its type. */
    RunningView.Passages passages(DeclaredType type, UUID record, UUID workflow) {
        standing(type, record, workflow);
        return new RunningView.Passages(rows.passages(workflow, record));
    }
}
