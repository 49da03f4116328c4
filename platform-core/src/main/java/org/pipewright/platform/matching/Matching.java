package org.pipewright.platform.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.contactpoints.ContactPoint;
import org.pipewright.platform.spi.contactpoints.ContactPoints;
import org.pipewright.platform.spi.records.Match;

/** Reads from the values of a record what the rules of its type compare. */
public final class Matching {

    private static final int SHORTEST_NUMBER = 5;

    private final DeclaredType type;
    private final Function<DeclaredField, Object> values;

    private Matching(DeclaredType type, Function<DeclaredField, Object> values) {
        this.type = type;
        this.values = values;
    }

    /** What is compared of a record with these values. */
    public static Set<MatchKey> keys(DeclaredType type, Function<DeclaredField, Object> values) {
        Matching matching = new Matching(type, values);
        Set<MatchKey> keys = new LinkedHashSet<>();
        rules(type).forEach(rule -> matching.keys(rule).forEach(keys::add));
        return keys;
    }

    /** The rules of the type. */
    public static List<Match> rules(DeclaredType type) {
        return List.of(type.declaration().matches());
    }

    /** The fields a rule looks at. */
    public static Stream<DeclaredField> fields(DeclaredType type, Match rule) {
        return Stream.of(rule.fields()).flatMap(name -> type.field(name).stream());
    }

    private Stream<MatchKey> keys(Match rule) {
        List<String> near = Stream.concat(Stream.of(""), near(rule)).toList();
        return forms(rule)
                .filter(form -> !form.isEmpty())
                .flatMap(form -> near.stream().map(place -> new MatchKey(rule.by(), form, place)));
    }

    private Stream<String> forms(Match rule) {
        return switch (rule.by()) {
            case EMAIL -> points(rule).map(point -> point.value().toLowerCase(Locale.ROOT));
            case PHONE -> points(rule).flatMap(point -> point.part(ContactPoint.E164).stream());
            case DOMAIN -> texts(rule).flatMap(text -> Domains.of(text).stream());
            case NUMBER -> texts(rule).map(NameForms::number).filter(number -> number.length() >= SHORTEST_NUMBER);
            case ORGANISATION -> texts(rule).map(NameForms::organisation);
            case PERSON -> person(rule).map(NameForms::person).stream();
        };
    }

    /** A name of which a part is missing is nobody's. */
    private Optional<String> person(Match rule) {
        List<String> parts = texts(rule).toList();
        return parts.size() == rule.fields().length ? Optional.of(String.join(" ", parts)) : Optional.empty();
    }

    private Stream<String> near(Match rule) {
        return Stream.of(rule.near())
                .flatMap(name -> type.field(name).stream())
                .map(values)
                .flatMap(Matching::places)
                .filter(place -> !place.isEmpty())
                .distinct();
    }

    private static Stream<String> places(Object value) {
        if (value instanceof ContactPoints addresses) {
            return addresses.all().stream()
                    .flatMap(address -> address.part("city").stream())
                    .map(NameForms::place);
        }
        return value instanceof UUID id ? Stream.of(id.toString()) : Stream.empty();
    }

    private Stream<ContactPoint> points(Match rule) {
        return values(rule)
                .filter(ContactPoints.class::isInstance)
                .flatMap(value -> ((ContactPoints) value).all().stream());
    }

    private Stream<String> texts(Match rule) {
        return values(rule)
                .flatMap(value -> value instanceof ContactPoints points
                        ? points.all().stream().map(ContactPoint::value)
                        : Stream.of(value.toString()))
                .filter(text -> !text.isBlank());
    }

    private Stream<Object> values(Match rule) {
        return fields(type, rule).map(values).filter(Objects::nonNull);
    }

    /** Names of the rules' kinds. */
    static Set<String> names(Set<Match.By> rules) {
        return rules.stream().map(Match.By::name).collect(Collectors.toSet());
    }
}
