package org.pipewright.platform.workflows;

import static org.pipewright.platform.errors.InvalidFields.reject;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.workflows.Definition.Asked;
import org.pipewright.platform.workflows.Definition.Deed;
import org.pipewright.platform.workflows.Definition.Kind;
import org.pipewright.platform.workflows.Definition.Step;
import org.pipewright.platform.workflows.Definition.Transition;

/** Tells every defect for which a workflow cannot be published, each at its place (S-WF-15). */
final class DefinitionCheck {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int MOST_DAYS = 3_650;

    private final Definition definition;
    private final Surroundings surroundings;
    private final List<FieldError> errors = new ArrayList<>();

    private DefinitionCheck(Definition definition, Surroundings surroundings) {
        this.definition = definition;
        this.surroundings = surroundings;
    }

    /** What a workflow can name: what there is in the tenant and about the record type. */
    interface Surroundings {

        boolean hasRole(String name);

        boolean understands(String criteria);

        /** Whether people may fill in the field. */
        boolean isWritable(String field);

        /** What keeps the value from being one of the field, as a code; empty if nothing does. */
        String misfit(String field, JsonValue value);

        /** Whether the verb can be done without being asked anything. */
        boolean isPlainVerb(String verb);

        boolean takesActivities();

        boolean hasTemplate(java.util.UUID template);
    }

    static List<FieldError> defects(Definition definition, Surroundings surroundings) {
        DefinitionCheck check = new DefinitionCheck(definition, surroundings);
        check.check();
        return List.copyOf(check.errors);
    }

    private void check() {
        fail(!isUnderstood(definition.applies()), "definition.applies", "criteria");
        fail(definition.steps().isEmpty(), "definition.steps", "no-steps");
        fail(definition.step(definition.start()).isEmpty(), "definition.start", "no-start");
        checkSteps();
        checkTransitions();
    }

    private void checkSteps() {
        Set<String> keys = new HashSet<>();
        Set<String> reached = definition.reachedFrom(definition.start());
        for (int i = 0; i < definition.steps().size(); i++) {
            Step step = definition.steps().get(i);
            String place = "definition.steps." + i;
            checkName(place, step.key(), step.name(), keys);
            fail(!reached.contains(step.key()), place, "unreachable-step");
            fail(!canEnd(step), place, "dead-end");
        }
    }

    private boolean canEnd(Step step) {
        return definition.reachedFrom(step.key()).stream()
                .flatMap(key -> definition.step(key).stream())
                .anyMatch(Step::end);
    }

    private void checkName(String place, String key, String name, Set<String> keys) {
        fail(!KEY.matcher(key).matches(), place + ".key", "invalid");
        fail(!keys.add(key), place + ".key", "duplicate");
        fail(name.isEmpty(), place + ".name", "required");
    }

    private void checkTransitions() {
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < definition.transitions().size(); i++) {
            Transition transition = definition.transitions().get(i);
            String place = "definition.transitions." + i;
            checkName(place, transition.key(), transition.name(), keys);
            checkEnds(place, transition);
            each(
                    place + ".roles",
                    transition.roles(),
                    (there, role) -> fail(!surroundings.hasRole(role), there, "no-role"));
            fail(!isUnderstood(transition.guard()), place + ".guard", "criteria");
            checkForm(place + ".fields", transition.fields());
            each(place + ".actions", transition.actions(), this::checkDeed);
        }
    }

    private void checkEnds(String place, Transition transition) {
        fail(transition.from().isEmpty(), place + ".from", "required");
        each(
                place + ".from",
                transition.from(),
                (there, step) -> fail(definition.step(step).isEmpty(), there, "no-step"));
        fail(definition.step(transition.to()).isEmpty(), place + ".to", "no-step");
    }

    private void checkForm(String place, List<Asked> form) {
        Set<String> asked = new HashSet<>();
        each(place, form, (there, field) -> {
            fail(!asked.add(field.field()), there + ".field", "duplicate");
            checkValue(there, ".preset", field.field(), field.proposed().orElse(JsonValue.NULL));
        });
    }

    private void checkValue(String place, String member, String field, JsonValue value) {
        boolean writable = surroundings.isWritable(field);
        fail(!writable, place + ".field", "unknown");
        if (writable && value != JsonValue.NULL) {
            String misfit = surroundings.misfit(field, value);
            fail(!misfit.isEmpty(), place + member, misfit);
        }
    }

    private void checkDeed(String place, Deed deed) {
        fail(!deed.role().isEmpty() && !surroundings.hasRole(deed.role()), place + ".role", "no-role");
        switch (deed.kind()) {
            case SET_FIELD ->
                checkValue(place, ".value", deed.field(), deed.value() == null ? JsonValue.NULL : deed.value());
            case PERFORM -> fail(!surroundings.isPlainVerb(deed.verb()), place + ".verb", "no-plain-verb");
            case CREATE_TASK -> {
                fail(deed.text().isEmpty(), place + ".text", "required");
                int days = deed.days() == null ? 0 : deed.days();
                fail(days < 0 || days > MOST_DAYS, place + ".days", "out-of-range");
            }
            case SEND_MAIL ->
                fail(
                        deed.template() == null || !surroundings.hasTemplate(deed.template()),
                        place + ".template",
                        "not-found");
            case NOTIFY -> {
                // to whom is all there is to say
            }
        }
        boolean needsActivities = Stream.of(Kind.CREATE_TASK, Kind.SEND_MAIL).anyMatch(deed.kind()::equals);
        fail(needsActivities && !surroundings.takesActivities(), place + ".kind", "no-activities");
    }

    private boolean isUnderstood(String criteria) {
        return criteria.isEmpty() || surroundings.understands(criteria);
    }

    private void fail(boolean wrong, String place, String code) {
        reject(errors, wrong, place, code);
    }

    private interface Checking<T> {
        void check(String place, T part);
    }

    private static <T> void each(String place, List<T> parts, Checking<T> checking) {
        for (int i = 0; i < parts.size(); i++) {
            checking.check(place + "." + i, parts.get(i));
        }
    }
}
