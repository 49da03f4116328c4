package org.pipewright.platform.workflows;

import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.workflows.Definition.Step;

/**
 * Where a record stands in a workflow, and how it goes on for the caller.
 *
 * @param workflow its id
 * @param name of the workflow
 * @param number of the version in which the record is
 * @param step in which it stands
 * @param since when; null since there is the record
 * @param steps of that version
 * @param transitions whose buttons the caller has
 */
public record RunningView(
        UUID workflow, String name, int number, Step step, Instant since, List<Step> steps, List<Way> transitions) {

    /**
     * A button.
     *
     * @param to name of the step to which it leads
     * @param confirm what is asked before; empty for nothing
     * @param possible whether it can be pressed now
     * @param reason why it cannot; null if it can
     * @param fields of its form
     */
    public record Way(
            String key, String name, String to, String confirm, boolean possible, String reason, List<Input> fields) {}

    /**
     * A field of the form.
     *
     * @param preset what the form proposes where the record has nothing, or null
     */
    public record Input(String field, boolean required, JsonValue preset) {}

    /** All that a record follows, by name. */
    public record Page(List<RunningView> items) {}

    /**
     * A step that a record has left.
     *
     * @param transition name of the button; null if somebody put the record elsewhere
     * @param from name of the step that was left
     * @param to name of the next one
     * @param at when
     * @param seconds how long the record had stood there; null if since there was the record
     * @param by name of the member, or null
     * @param reason for which somebody put it there, or null
     */
    public record Passage(
            int number,
            String transition,
            String from,
            String to,
            Instant at,
            Long seconds,
            String by,
            String reason) {}

    /** The way a record took, latest first. */
    public record Passages(List<Passage> items) {}

    /**
     * Where somebody puts a record.
     *
     * @param step key of a step of the version in which it is
     * @param reason why it does not go the way it should
     */
    public record Placement(
            @NotBlank @Size(max = 40) String step,
            @NotBlank @Size(max = 500) String reason) {}
}
