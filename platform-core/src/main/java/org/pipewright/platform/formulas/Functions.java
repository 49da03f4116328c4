package org.pipewright.platform.formulas;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pipewright.platform.formulas.Term.Sort;

/** What formulas can do with values, by the names CEL has for operators and by names of functions. */
final class Functions {

    private static final Map<String, String> COMPARISONS = Map.of("_<_", "<", "_<=_", "<=", "_>_", ">", "_>=_", ">=");
    private static final Map<String, String> PARTS = Map.of("year", "year", "month", "month", "day", "day");

    private Functions() {}

    static Term call(String function, List<Term> parts) {
        Term made = switch (parts.size()) {
            case 0 -> function.equals("today") ? Term.constant(Sort.DATE, "platform.today()") : null;
            case 1 -> of(function, parts.get(0));
            case 2 -> of(function, parts.get(0), parts.get(1));
            default -> null;
        };
        made = made == null ? several(function, parts) : made;
        if (made == null) {
            throw new FormulaFault(isKnown(function) ? "wrong-type" : "formula-function", function);
        }
        return made;
    }

    private static Term of(String function, Term one) {
        return switch (function) {
            case "-_" -> numbers(one) ? Term.of(Sort.NUMBER, "(-%s)", one) : null;
            case "!_" -> one.is(Sort.TRUTH) ? Term.of(Sort.TRUTH, "(not %s)", one) : null;
            case "abs" -> numbers(one) ? Term.of(Sort.NUMBER, "abs(%s)", one) : null;
            case "round" -> numbers(one) ? Term.of(Sort.NUMBER, "round(%s)", one) : null;
            case "upper", "lower" -> one.is(Sort.TEXT) ? Term.of(Sort.TEXT, function + "(%s)", one) : null;
            case "size" -> one.is(Sort.TEXT) ? Term.of(Sort.NUMBER, "char_length(%s)::numeric", one) : null;
            case "text" -> one.is(Sort.TEXT, Sort.NUMBER, Sort.DATE) ? one.asText() : null;
            case "year", "month", "day" ->
                one.is(Sort.DATE) ? Term.of(Sort.NUMBER, "extract(" + PARTS.get(function) + " from %s)", one) : null;
            case "filled" -> one.is(Sort.TRUTH) ? one : Term.of(Sort.TRUTH, "(%s is not null)", one);
            default -> null;
        };
    }

    private static Term of(String function, Term one, Term other) {
        if (COMPARISONS.containsKey(function)) {
            return comparable(one, other)
                    ? Term.of(Sort.TRUTH, "coalesce(%s " + COMPARISONS.get(function) + " %s, false)", one, other)
                    : null;
        }
        return switch (function) {
            case "_==_" -> alike(one, other) ? Term.of(Sort.TRUTH, "(%s is not distinct from %s)", one, other) : null;
            case "_!=_" -> alike(one, other) ? Term.of(Sort.TRUTH, "(%s is distinct from %s)", one, other) : null;
            case "_&&_" -> truths(one, other) ? Term.of(Sort.TRUTH, "(%s and %s)", one, other) : null;
            case "_||_" -> truths(one, other) ? Term.of(Sort.TRUTH, "(%s or %s)", one, other) : null;
            case "_+_" -> sum(one, other);
            case "_-_" -> difference(one, other);
            case "_*_" -> numbers(one, other) ? Term.of(Sort.NUMBER, "(%s * %s)", one, other) : null;
            case "_/_" -> numbers(one, other) ? Term.of(Sort.NUMBER, "(%s / nullif(%s, 0))", one, other) : null;
            case "_%_" -> numbers(one, other) ? Term.of(Sort.NUMBER, "mod(%s, nullif(%s, 0))", one, other) : null;
            case "round" ->
                numbers(one, other)
                        ? Term.of(Sort.NUMBER, "round(%s, least(greatest(%s, -15), 15)::int)", one, other)
                        : null;
            default -> null;
        };
    }

    private static Term sum(Term one, Term other) {
        if (numbers(one, other)) {
            return Term.of(Sort.NUMBER, "(%s + %s)", one, other);
        } else if (one.is(Sort.DATE) && numbers(other)) {
            return Term.of(Sort.DATE, "platform.formula_day(%s, %s)", one, other);
        }
        boolean joins = Stream.of(one, other).anyMatch(part -> part.is(Sort.TEXT))
                && Stream.of(one, other).allMatch(part -> part.is(Sort.TEXT, Sort.NUMBER, Sort.DATE));
        return joins ? Term.of(Sort.TEXT, "concat(%s, %s)", one.asText(), other.asText()) : null;
    }

    private static Term difference(Term one, Term other) {
        if (numbers(one, other)) {
            return Term.of(Sort.NUMBER, "(%s - %s)", one, other);
        } else if (one.is(Sort.DATE) && other.is(Sort.DATE)) {
            return Term.of(Sort.NUMBER, "(%s - %s)::numeric", one, other);
        }
        return one.is(Sort.DATE) && numbers(other)
                ? Term.of(Sort.DATE, "platform.formula_day(%s, -%s)", one, other)
                : null;
    }

    private static Term several(String function, List<Term> parts) {
        return switch (function) {
            case "min", "max" ->
                !parts.isEmpty()
                                && (parts.stream().allMatch(part -> part.is(Sort.NUMBER))
                                        || parts.stream().allMatch(part -> part.is(Sort.DATE)))
                        ? Term.call(parts.get(0).sort(), function.equals("min") ? "least" : "greatest", parts)
                        : null;
            case "ifEmpty" ->
                parts.size() == 2 && comparable(parts.get(0), parts.get(1))
                        ? Term.call(parts.get(0).sort(), "coalesce", parts)
                        : null;
            case "_?_:_" -> choice(parts);
            default -> null;
        };
    }

    private static Term choice(List<Term> parts) {
        Term one = parts.get(1);
        Term other = parts.get(2);
        Sort sort = one.is(Sort.NOTHING) ? other.sort() : one.sort();
        boolean fits = parts.get(0).is(Sort.TRUTH)
                && alike(one, other)
                && sort != Sort.NOTHING
                && !(sort == Sort.TRUTH && (one.is(Sort.NOTHING) || other.is(Sort.NOTHING)));
        return fits ? Term.of(sort, "(case when %s then %s else %s end)", parts) : null;
    }

    private static boolean numbers(Term... parts) {
        return Stream.of(parts).allMatch(part -> part.is(Sort.NUMBER));
    }

    private static boolean truths(Term... parts) {
        return Stream.of(parts).allMatch(part -> part.is(Sort.TRUTH));
    }

    private static boolean comparable(Term one, Term other) {
        return one.sort() == other.sort() && one.is(Sort.NUMBER, Sort.TEXT, Sort.DATE);
    }

    private static boolean alike(Term one, Term other) {
        return one.sort() == other.sort() || one.is(Sort.NOTHING) || other.is(Sort.NOTHING);
    }

    private static boolean isKnown(String function) {
        return function.contains("_")
                || List.of(
                                "today", "abs", "round", "upper", "lower", "size", "text", "year", "month", "day",
                                "filled", "min", "max", "ifEmpty")
                        .contains(function);
    }
}
