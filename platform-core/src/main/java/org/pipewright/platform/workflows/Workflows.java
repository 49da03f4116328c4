package org.pipewright.platform.workflows;

import static org.pipewright.platform.errors.InvalidFields.reject;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.rest.ProblemDocuments;
import org.pipewright.platform.roles.RoleTitles;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;

/** The workflows that the bound tenant defines: drafted, published as versions that stay, active or not. */
@ApplicationScoped
class Workflows {

    private static final String SUBJECT = "core.workflow";
    private static final int MOST = 50;

    @Inject
    WorkflowRows rows;

    @Inject
    KnownSurroundings surroundings;

    @Inject
    RoleTitles roles;

    @Inject
    History history;

    @Inject
    CallerBinding callers;

    @Inject
    ProblemDocuments problems;

    WorkflowView.Page all() {
        return new WorkflowView.Page(
                rows.all().stream().map(this::view).toList(),
                roles.named().entrySet().stream()
                        .map(role -> new WorkflowView.RoleChoice(role.getKey(), role.getValue()))
                        .toList());
    }

    /** The workflow of that id, locked for a change; refuses when there is none. */
    Workflow withId(UUID id) {
        return rows.locked(id).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    WorkflowView view(Workflow workflow) {
        boolean changed = workflow.latest()
                .map(number -> !rows.definition(workflow.id(), number).equals(workflow.draft()))
                .orElse(true);
        return new WorkflowView(
                workflow.id(),
                workflow.version(),
                workflow.recordType(),
                workflow.name(),
                workflow.group(),
                workflow.active(),
                workflow.published(),
                changed,
                workflow.running(),
                workflow.draft(),
                problems.told(defects(workflow), callers.caller().language()));
    }

    /** What stands against publishing it; all that is left of one whose module is gone is that there is no such type. */
    private List<FieldError> defects(Workflow workflow) {
        return surroundings
                .type(workflow.recordType())
                .map(type -> DefinitionCheck.defects(workflow.draft(), surroundings.of(type)))
                .orElse(List.of(InvalidFields.error("recordType", "not-found")));
    }

    Workflow add(NewWorkflow wanted) {
        Workflow workflow = new Workflow(
                        UuidCreator.getTimeOrderedEpoch(),
                        1,
                        wanted.recordType(),
                        wanted.name(),
                        null,
                        false,
                        null,
                        Definition.EMPTY,
                        0)
                .with(wanted.changeable());
        List<FieldError> errors = new ArrayList<>();
        List<Workflow> others = rows.all();
        long same = others.stream()
                .filter(other -> other.recordType().equals(workflow.recordType()))
                .count();
        reject(errors, surroundings.type(workflow.recordType()).isEmpty(), "recordType", "not-found");
        reject(errors, same >= MOST, "recordType", "too-many");
        reject(errors, !workflow.draft().canBeKept(), "definition", "invalid");
        InvalidFields.requireNone(errors);
        requireFree(workflow, others);
        rows.add(workflow);
        tell(workflow, "create", JsonArray.EMPTY_JSON_ARRAY);
        return withId(workflow.id());
    }

    private static void requireFree(Workflow workflow, List<Workflow> others) {
        if (others.stream().anyMatch(workflow::isNamedLike)) {
            throw new Refusal(
                    CoreErrorCode.DUPLICATE,
                    Map.of("name", workflow.name()),
                    List.of(InvalidFields.error("name", "taken")));
        }
    }

    Workflow change(Workflow before, WorkflowChange change) {
        Workflow after = before.with(change);
        if (!after.draft().canBeKept()) {
            throw InvalidFields.refusal("definition", "invalid");
        }
        List<Workflow> others = rows.all();
        requireFree(after, others);
        if (after.active()) {
            requireAlone(after, others);
        }
        rows.change(after);
        tell(after, "edit", told(before, after));
        return withId(after.id());
    }

    private static void requireAlone(Workflow workflow, List<Workflow> others) {
        others.stream()
                .filter(Workflow::active)
                .filter(workflow::excludes)
                .findFirst()
                .ifPresent(other -> {
                    throw Refusal.of(CoreErrorCode.EXCLUDED_WORKFLOW, other.name());
                });
    }

    /** Makes the draft the version in which records begin from now on (S-WF-05). */
    Workflow publish(Workflow workflow) {
        InvalidFields.requireNone(defects(workflow));
        int number = workflow.latest().orElse(0) + 1;
        rows.publish(workflow, number, callers.memberId());
        tell(workflow, "publish", change("version", workflow.latest().orElse(null), number));
        return withId(workflow.id());
    }

    /** Lets records follow it; in place of the active one of its group only if that is wanted (S-WF-04). */
    Workflow activate(Workflow workflow, boolean instead) {
        if (workflow.latest().isEmpty()) {
            throw Refusal.of(CoreErrorCode.UNPUBLISHED_WORKFLOW, workflow.name());
        }
        List<Workflow> others = rows.all();
        if (!instead) {
            requireAlone(workflow, others);
        }
        others.stream().filter(Workflow::active).filter(workflow::excludes).forEach(this::deactivate);
        if (!workflow.active()) {
            rows.activate(workflow.id(), true);
            tell(workflow, "activate", JsonArray.EMPTY_JSON_ARRAY);
        }
        return withId(workflow.id());
    }

    /** Lets no record go on in it; where they stand is kept. */
    Workflow deactivate(Workflow workflow) {
        if (workflow.active()) {
            rows.activate(workflow.id(), false);
            tell(workflow, "deactivate", JsonArray.EMPTY_JSON_ARRAY);
        }
        return withId(workflow.id());
    }

    /** Removes one that no record has ever followed. */
    void delete(Workflow workflow) {
        if (workflow.active() || workflow.running() > 0) {
            throw Refusal.of(CoreErrorCode.IN_USE, workflow.name());
        }
        rows.delete(workflow.id());
        tell(workflow, "delete", JsonArray.EMPTY_JSON_ARRAY);
    }

    private void tell(Workflow workflow, String action, JsonArray changes) {
        String name = workflow.recordType() + "@" + workflow.name();
        history.record(SUBJECT + ":" + name, null, name, action, changes);
    }

    private static JsonArray told(Workflow before, Workflow after) {
        JsonArrayBuilder told = Json.createArrayBuilder();
        Map<String, List<String>> values = Map.of(
                "name", List.of(before.name(), after.name()),
                "group", List.of(text(before.group()), text(after.group())),
                "steps", List.of(steps(before), steps(after)),
                "transitions", List.of(transitions(before), transitions(after)));
        values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry ->
                        !entry.getValue().get(0).equals(entry.getValue().get(1)))
                .forEach(entry -> told.add(Json.createObjectBuilder()
                        .add("field", entry.getKey())
                        .add("old", entry.getValue().get(0))
                        .add("new", entry.getValue().get(1))));
        return told.build();
    }

    private static String text(String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static String steps(Workflow workflow) {
        return workflow.draft().steps().stream().map(Definition.Step::name).collect(Collectors.joining(", "));
    }

    private static String transitions(Workflow workflow) {
        return workflow.draft().transitions().stream()
                .map(Definition.Transition::name)
                .collect(Collectors.joining(", "));
    }

    private static JsonArray change(String field, Integer before, int after) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("field", field)
                        .add(
                                "old",
                                Optional.ofNullable(before)
                                        .map(Object::toString)
                                        .orElse(""))
                        .add("new", Integer.toString(after)))
                .build();
    }
}
