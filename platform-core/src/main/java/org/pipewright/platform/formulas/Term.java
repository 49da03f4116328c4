package org.pipewright.platform.formulas;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.Formula;

/** A part of a formula: what sort of value it is, the SQL that reckons it, and the fields it is made of. */
record Term(Sort sort, String sql, Set<String> uses) {

    /** Sorts of values. */
    enum Sort {
        NUMBER,
        TEXT,
        DATE,
        /** Yes or no, never unknown. */
        TRUTH,
        /** Nothing, which is of every sort. */
        NOTHING
    }

    static final Term NOTHING = new Term(Sort.NOTHING, "null", Set.of());

    static Term constant(Sort sort, String sql) {
        return new Term(sort, sql, Set.of());
    }

    /** SQL made of terms, which stand where it has {@code %s}. */
    static Term of(Sort sort, String sql, Term... parts) {
        return of(sort, sql, List.of(parts));
    }

    static Term of(Sort sort, String sql, List<Term> parts) {
        Set<String> uses = parts.stream()
                .flatMap(part -> part.uses().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Object[] inserted = parts.stream().map(Term::sql).toArray();
        return new Term(sort, String.format(sql, inserted), uses);
    }

    /** The parts joined by commas in a function. */
    static Term call(Sort sort, String function, List<Term> parts) {
        String places = parts.stream().map(part -> "%s").collect(Collectors.joining(", "));
        return of(sort, function + "(" + places + ")", parts);
    }

    boolean is(Sort... sorts) {
        return Arrays.asList(sorts).contains(sort);
    }

    /** The same as text, empty for nothing. */
    Term asText() {
        return switch (sort) {
            case TEXT -> this;
            case NUMBER -> of(Sort.TEXT, "trim_scale(%s)::text", this);
            default -> of(Sort.TEXT, "%s::text", this);
        };
    }

    Formula formula() {
        return switch (sort) {
            case NUMBER -> new Formula(FieldKind.DECIMAL, "platform.formula_number(" + sql + ")", uses);
            case DATE -> new Formula(FieldKind.DATE, "(" + sql + ")", uses);
            case TRUTH -> new Formula(FieldKind.BOOLEAN, "(" + sql + ")", uses);
            case TEXT -> new Formula(FieldKind.TEXT, "(" + sql + ")", uses);
            case NOTHING -> throw new FormulaFault("formula", "");
        };
    }
}
