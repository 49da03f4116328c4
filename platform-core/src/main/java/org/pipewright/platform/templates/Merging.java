package org.pipewright.platform.templates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.templates.MergedText.Reason;
import org.pipewright.platform.templates.MergedText.Warning;

/**
 * Fills places like {@code {{name}}} or {@code {{contact.firstName}}} with values of a record, or of what it refers to, as
 * far as the caller sees them: what is hidden stays empty and is told (S-ACT-13). {@code {{record.label}}} is what the
 * tenant calls such a record (S-OPP-07).
 */
@ApplicationScoped
public class Merging {

    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+(?:\\.\\w+)?)\\s*}}");

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    Records records;

    @Inject
    ValueTexts values;

    @Inject
    CallerBinding callers;

    /** The template with the values of a record the caller may view. */
    public MergedText merged(String template, DeclaredType type, UUID record) {
        JsonObject members = records.seen(type.name(), record).orElse(JsonValue.EMPTY_JSON_OBJECT);
        List<Warning> warnings = new ArrayList<>();
        String text = PLACE.matcher(template).replaceAll(found -> {
            Filled filled = filled(found.group(1), type, members);
            filled.missing().ifPresent(reason -> warnings.add(new Warning(found.group(1), reason)));
            return Matcher.quoteReplacement(filled.text());
        });
        return new MergedText(text, warnings.stream().distinct().toList());
    }

    private record Filled(String text, Optional<Reason> missing) {

        static Filled missing(Reason why) {
            return new Filled("", Optional.of(why));
        }
    }

    private Filled filled(String place, DeclaredType type, JsonObject members) {
        if (place.equals("me.name")) {
            return new Filled(callers.caller().name(), Optional.empty());
        } else if (place.equals("organisation.name")) {
            return new Filled(callers.caller().tenant().name(), Optional.empty());
        } else if (place.equals("record.label")) {
            return new Filled(values.label(type), Optional.empty());
        }
        int dot = place.indexOf('.');
        return dot < 0
                ? value(place, type, members)
                : beyond(place.substring(0, dot), place.substring(dot + 1), type, members);
    }

    private Filled value(String name, DeclaredType type, JsonObject members) {
        Optional<DeclaredField> field = type.field(name);
        if (field.isEmpty()) {
            return Filled.missing(Reason.UNKNOWN);
        } else if (!members.containsKey(name)) {
            return Filled.missing(Reason.HIDDEN);
        }
        String text = values.text(type, field.get(), members.get(name));
        return text.isBlank() ? Filled.missing(Reason.EMPTY) : new Filled(text, Optional.empty());
    }

    /** A field of what a field refers to. */
    private Filled beyond(String name, String further, DeclaredType type, JsonObject members) {
        Optional<DeclaredType> target = type.field(name)
                .map(DeclaredField::references)
                .filter(references -> !references.isEmpty())
                .flatMap(types::named);
        if (target.isEmpty()) {
            return Filled.missing(Reason.UNKNOWN);
        } else if (!members.containsKey(name)) {
            return Filled.missing(Reason.HIDDEN);
        }
        return members.get(name) instanceof JsonObject reference
                ? value(further, target.get(), UUID.fromString(reference.getString("id")))
                : Filled.missing(Reason.EMPTY);
    }

    private Filled value(String name, DeclaredType type, UUID id) {
        return Optional.of(type)
                .filter(reading::isViewable)
                .flatMap(found -> records.seen(found.name(), id))
                .map(seen -> value(name, type, seen))
                .orElse(Filled.missing(Reason.HIDDEN));
    }
}
