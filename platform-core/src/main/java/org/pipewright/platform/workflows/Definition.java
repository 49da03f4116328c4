package org.pipewright.platform.workflows;

import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a workflow is: its steps and the ways between them. A draft may have defects; what is published has none.
 *
 * @param applies criteria of the records that take part; all where it is empty
 * @param start key of the step in which records begin
 * @param steps in their order
 * @param transitions in the order of their buttons
 */
public record Definition(
        @Size(max = 8000) String applies,
        @Size(max = 40) String start,
        @Valid @Size(max = 50) List<Step> steps,
        @Valid @Size(max = 200) List<Transition> transitions) {

    /** One in which nothing stands yet. */
    static final Definition EMPTY = new Definition("", "", List.of(), List.of());

    public Definition {
        applies = stripped(applies);
        start = stripped(start);
        steps = steps == null ? List.of() : List.copyOf(steps);
        transitions = transitions == null ? List.of() : List.copyOf(transitions);
    }

    private static String stripped(String text) {
        return text == null ? "" : text.strip();
    }

    /**
     * A step in which a record can stand.
     *
     * @param key by which transitions and records name it
     * @param end whether the workflow is over there
     */
    public record Step(
            @Size(max = 40) String key, @Size(max = 80) String name, Boolean end) {

        public Step {
            key = stripped(key);
            name = stripped(name);
            end = Boolean.TRUE.equals(end);
        }
    }

    /**
     * A way from steps to another one.
     *
     * @param name of its button
     * @param from keys of the steps where the button stands
     * @param to key of the step to which it leads
     * @param confirm what a person is asked before; nothing where it is empty
     * @param roles whose holders may go it, by key or name; everybody who may edit the record where there are none
     * @param guard criteria that the record must match
     * @param reason what people are told while it does not
     * @param fields of the form
     * @param actions done on the way, in this order
     */
    public record Transition(
            @Size(max = 40) String key,
            @Size(max = 80) String name,
            @Size(max = 50) List<@NotNull @Size(max = 40) String> from,
            @Size(max = 40) String to,
            @Size(max = 500) String confirm,
            @Size(max = 20) List<@NotNull @Size(max = 80) String> roles,
            @Size(max = 8000) String guard,
            @Size(max = 500) String reason,
            @Valid @Size(max = 50) List<Asked> fields,
            @Valid @Size(max = 20) List<Deed> actions) {

        public Transition {
            key = stripped(key);
            name = stripped(name);
            from = from == null ? List.of() : List.copyOf(from);
            to = stripped(to);
            confirm = stripped(confirm);
            roles = roles == null ? List.of() : List.copyOf(roles);
            guard = stripped(guard);
            reason = stripped(reason);
            fields = fields == null ? List.of() : List.copyOf(fields);
            actions = actions == null ? List.of() : List.copyOf(actions);
        }
    }

    /**
     * A field of the form of a transition.
     *
     * @param preset what the form proposes where the record has nothing
     */
    public record Asked(@Size(max = 100) String field, Boolean required, JsonValue preset) {

        public Asked {
            field = stripped(field);
            required = Boolean.TRUE.equals(required);
        }

        Optional<JsonValue> proposed() {
            return Optional.ofNullable(preset).filter(value -> value != JsonValue.NULL);
        }
    }

    /** What a transition can do by itself. */
    public enum Kind {
        /** Fills a field of the record. */
        SET_FIELD,
        /** Does a verb to the record. */
        PERFORM,
        /** Makes a task about the record. */
        CREATE_TASK,
        /** Sends a mail to whom the record is about, from a template. */
        SEND_MAIL,
        /** Rings the bell of members. */
        NOTIFY
    }

    /**
     * Something a transition does.
     *
     * @param field that is filled
     * @param value it is filled with; nothing empties it
     * @param verb that is done
     * @param text subject of the task
     * @param days until the task is due
     * @param role whose holder has the task, or who are told; the record's owner where there is none
     * @param template of the mail
     */
    public record Deed(
            @NotNull Kind kind,
            @Size(max = 100) String field,
            JsonValue value,
            @Size(max = 80) String verb,
            @Size(max = 200) String text,
            Integer days,
            @Size(max = 80) String role,
            UUID template) {

        public Deed {
            field = stripped(field);
            verb = stripped(verb);
            text = stripped(text);
            role = stripped(role);
        }
    }

    Optional<Step> step(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    Optional<Transition> transition(String key) {
        return transitions.stream()
                .filter(transition -> transition.key().equals(key))
                .findFirst();
    }

    /** The ways that begin in a step. */
    List<Transition> from(String step) {
        return transitions.stream()
                .filter(transition -> transition.from().contains(step))
                .toList();
    }

    /** Keys of the steps to which one comes from one of those given, themselves included. */
    Set<String> reachedFrom(String step) {
        Set<String> reached = new LinkedHashSet<>(Set.of(step));
        List<String> open = new ArrayList<>(reached);
        while (!open.isEmpty()) {
            from(open.remove(0)).stream()
                    .map(Transition::to)
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }

    /** Whether ways are for holders of the role, or something done on the way is. */
    boolean namesRole(String role) {
        return transitions.stream()
                .anyMatch(transition -> transition.roles().contains(role)
                        || transition.actions().stream()
                                .anyMatch(deed -> deed.role().equals(role)));
    }

    /** Whether criteria ask for the field, forms do, or something done on the way fills it. */
    boolean namesField(String field) {
        return asks(applies, field)
                || transitions.stream()
                        .anyMatch(transition -> asks(transition.guard(), field)
                                || transition.fields().stream()
                                        .anyMatch(asked -> asked.field().equals(field))
                                || transition.actions().stream()
                                        .anyMatch(deed -> deed.field().equals(field)));
    }

    /** A draft may hold what are no criteria at all, so that it is the text that is looked through. */
    private static boolean asks(String criteria, String field) {
        return Pattern.compile("\\b" + Pattern.quote(field) + "\\b")
                .matcher(criteria)
                .find();
    }

    /** Whether the database takes it: it knows no text with a zero character, which values can hold. */
    boolean canBeKept() {
        return !json().contains("\\u0000");
    }

    /** As it is kept. */
    String json() {
        return DefinitionJson.text(this);
    }
}
