package org.pipewright.platform.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.workflows.Definition.Asked;
import org.pipewright.platform.workflows.Definition.Deed;
import org.pipewright.platform.workflows.Definition.Kind;
import org.pipewright.platform.workflows.Definition.Step;
import org.pipewright.platform.workflows.Definition.Transition;

/** Each defect of a workflow is named where it is (S-WF-15). */
class DefinitionCheckTest {

    private static final UUID TEMPLATE = new UUID(1, 1);

    /** A tenant with one role and one template, and records with one field and one verb. */
    private record Office(boolean takesActivities) implements DefinitionCheck.Surroundings {

        @Override
        public boolean hasRole(String name) {
            return name.equals("manager");
        }

        @Override
        public boolean understands(String criteria) {
            return criteria.startsWith("amount");
        }

        @Override
        public boolean isWritable(String field) {
            return field.equals("amount");
        }

        @Override
        public String misfit(String field, JsonValue value) {
            return value.getValueType() == JsonValue.ValueType.NUMBER ? "" : "wrong-type";
        }

        @Override
        public boolean isPlainVerb(String verb) {
            return verb.equals("close");
        }

        @Override
        public boolean hasTemplate(UUID template) {
            return template.equals(TEMPLATE);
        }
    }

    private static Step step(String key) {
        return new Step(key, "Step " + key, false);
    }

    private static Step last(String key) {
        return new Step(key, "Step " + key, true);
    }

    private static Transition way(String key, String from, String to) {
        return new Transition(key, "Way " + key, List.of(from), to, null, null, null, null, null, null);
    }

    private static Transition asking(List<String> roles, String guard, List<Asked> fields, List<Deed> actions) {
        return new Transition("go", "Go", List.of("a"), "b", null, roles, guard, null, fields, actions);
    }

    private static Deed deed(Kind kind) {
        return new Deed(kind, null, null, null, null, null, null, null);
    }

    private static Definition of(Transition... ways) {
        return new Definition("", "a", List.of(step("a"), last("b")), List.of(ways));
    }

    private static List<String> defects(Definition definition) {
        return defects(definition, true);
    }

    private static List<String> defects(Definition definition, boolean takesActivities) {
        return DefinitionCheck.defects(definition, new Office(takesActivities)).stream()
                .map(error -> error.field().replace("definition.", "") + " " + error.code())
                .toList();
    }

    @Test
    void findsNoneWhereEveryStepIsReachedAndLeadsToAnEnd() {
        Deed task = new Deed(Kind.CREATE_TASK, null, null, null, "Call", 3, "manager", null);
        Deed set = new Deed(Kind.SET_FIELD, "amount", Json.createValue(5), null, null, null, null, null);
        Deed mail = new Deed(Kind.SEND_MAIL, null, null, null, null, null, null, TEMPLATE);
        Deed verb = new Deed(Kind.PERFORM, null, null, "close", null, null, null, null);
        Transition whole = asking(
                List.of("manager"),
                "amount>1",
                List.of(new Asked("amount", true, Json.createValue(1))),
                List.of(set, task, mail, verb, deed(Kind.NOTIFY)));

        assertThat(defects(of(whole, way("back", "b", "a")))).isEmpty();
    }

    @Test
    void namesWhatIsMissingOfOneInWhichNothingStandsYet() {
        assertThat(defects(Definition.EMPTY)).containsExactly("steps no-steps", "start no-start");
    }

    @Test
    void namesStepsToWhichNoWayLeads() {
        Definition definition = new Definition(
                "", "a", List.of(step("a"), last("b"), step("c")), List.of(way("go", "a", "b"), way("on", "c", "b")));

        assertThat(defects(definition)).containsExactly("steps.2 unreachable-step");
    }

    @Test
    void namesStepsFromWhichNoneLeadsToAnEnd() {
        List<Transition> ways =
                List.of(way("go", "a", "b"), way("round", "a", "c"), way("on", "c", "d"), way("off", "d", "c"));
        Definition definition = new Definition("", "a", List.of(step("a"), last("b"), step("c"), step("d")), ways);

        assertThat(defects(definition)).containsExactly("steps.2 dead-end", "steps.3 dead-end");
    }

    @Test
    void namesWaysThatLeadFromOrToNowhere() {
        List<Transition> ways =
                new ArrayList<>(List.of(way("go", "a", "b"), way("off", "a", "x"), way("on", "y", "b")));
        ways.add(new Transition("of", "Of", null, "b", null, null, null, null, null, null));

        assertThat(defects(of(ways.toArray(Transition[]::new))))
                .containsExactly(
                        "transitions.1.to no-step", "transitions.2.from.0 no-step", "transitions.3.from required");
    }

    @Test
    void namesWhatIsTwiceOrHasNoName() {
        Definition definition = new Definition(
                "",
                "a",
                List.of(step("a"), last("b"), last("b"), new Step("A B", " ", true)),
                List.of(way("go", "a", "b"), way("go", "a", "A B")));

        assertThat(defects(definition))
                .containsExactly(
                        "steps.2.key duplicate",
                        "steps.3.key invalid",
                        "steps.3.name required",
                        "transitions.1.key duplicate");
    }

    @Test
    void namesRolesFieldsAndCriteriaThereAreNone() {
        Transition way = asking(
                List.of("manager", "nobody"),
                "nothing==1",
                List.of(
                        new Asked("amount", true, Json.createValue("x")),
                        new Asked("amount", false, null),
                        new Asked("gone", true, null)),
                List.of());
        Definition definition = new Definition("nothing==1", "a", List.of(step("a"), last("b")), List.of(way));

        assertThat(defects(definition))
                .containsExactly(
                        "applies criteria",
                        "transitions.0.roles.1 no-role",
                        "transitions.0.guard criteria",
                        "transitions.0.fields.0.preset wrong-type",
                        "transitions.0.fields.1.field duplicate",
                        "transitions.0.fields.2.field unknown");
    }

    @Test
    void namesDeedsThatCannotBeDone() {
        Deed late = new Deed(Kind.CREATE_TASK, null, null, null, "", 5_000, "nobody", null);
        Deed unfit = new Deed(Kind.SET_FIELD, "amount", Json.createValue("x"), null, null, null, null, null);
        Transition way = asking(
                null, null, null, List.of(late, unfit, deed(Kind.SET_FIELD), deed(Kind.PERFORM), deed(Kind.SEND_MAIL)));

        assertThat(defects(of(way)))
                .containsExactly(
                        "transitions.0.actions.0.role no-role",
                        "transitions.0.actions.0.text required",
                        "transitions.0.actions.0.days out-of-range",
                        "transitions.0.actions.1.value wrong-type",
                        "transitions.0.actions.2.field unknown",
                        "transitions.0.actions.3.verb no-plain-verb",
                        "transitions.0.actions.4.template not-found");
        assertThat(defects(
                        of(asking(
                                null,
                                null,
                                null,
                                List.of(new Deed(Kind.CREATE_TASK, null, null, null, "Call", null, null, null)))),
                        false))
                .containsExactly("transitions.0.actions.0.kind no-activities");
    }

    @Test
    void tellsWhichRolesAndFieldsItNames() {
        Deed set = new Deed(Kind.SET_FIELD, "filled", Json.createValue(5), null, null, null, null, null);
        Deed task = new Deed(Kind.CREATE_TASK, null, null, null, "Call", 1, "caller", null);
        Definition definition = new Definition(
                "applied==1",
                "a",
                List.of(step("a"), last("b")),
                List.of(asking(
                        List.of("manager"),
                        "account.guarded>1",
                        List.of(new Asked("asked", true, null)),
                        List.of(set, task))));

        assertThat(List.of("manager", "caller", "guarded", "manage"))
                .filteredOn(definition::namesRole)
                .containsExactly("manager", "caller");
        assertThat(List.of("applied", "guarded", "asked", "filled", "guard", "manager"))
                .filteredOn(definition::namesField)
                .containsExactly("applied", "guarded", "asked", "filled");
    }

    @Test
    void isReadAsItWasKept() {
        Deed set = new Deed(Kind.SET_FIELD, "amount", Json.createValue(5), null, null, null, null, null);
        Definition definition =
                of(asking(List.of("manager"), "amount>1", List.of(new Asked("amount", true, null)), List.of(set)));

        assertThat(DefinitionJson.read(definition.json())).isEqualTo(definition);
    }

    @Test
    void isNotKeptWithWhatTheDatabaseDoesNotTake() {
        Deed set = new Deed(Kind.SET_FIELD, "amount", Json.createValue("a\0b"), null, null, null, null, null);

        assertThat(of(asking(null, null, null, List.of(set))).canBeKept()).isFalse();
        assertThat(of(way("go", "a", "b")).canBeKept()).isTrue();
    }
}
