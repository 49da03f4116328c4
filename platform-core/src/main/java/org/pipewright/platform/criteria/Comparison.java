package org.pipewright.platform.criteria;

import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.RSQLOperators;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.contactpoints.PhoneNumbers;
import org.pipewright.platform.criteria.Query.Target;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.OwnValue;
import org.pipewright.platform.spi.contactpoints.ContactPoint;

/** One comparison of a filter. */
final class Comparison {

    private static final Map<ComparisonOperator, String> ORDERING = Map.of(
            RSQLOperators.GREATER_THAN, ">",
            RSQLOperators.GREATER_THAN_OR_EQUAL, ">=",
            RSQLOperators.LESS_THAN, "<",
            RSQLOperators.LESS_THAN_OR_EQUAL, "<=");

    private final Query query;
    private final Criteria.Clock clock;

    Comparison(Query query, Criteria.Clock clock) {
        this.query = query;
        this.clock = clock;
    }

    SqlPart condition(ComparisonNode node) {
        Target target = query.target(node.getSelector()).orElseThrow(() -> Criteria.invalid(node.getSelector()));
        ComparisonOperator operator = node.getOperator();
        List<String> arguments = node.getArguments();
        if (operator.equals(Criteria.SEGMENT)) {
            return narrowed(target, members(node));
        } else if (target.field().kind() == FieldKind.TAGS) {
            return new TagComparison(query).condition(target, node);
        } else if (target.field().kind() == FieldKind.LINKED) {
            return new LinkComparison(query).condition(target, node);
        } else if (target.field().kind() == FieldKind.CHOICES && !operator.equals(Criteria.EMPTY)) {
            return choices(target, node);
        } else if (operator.equals(Criteria.EMPTY)) {
            return empty(target, truth(node));
        } else if (target.field().kind() == FieldKind.TAXES || target.field().kind() == FieldKind.FILE) {
            throw Criteria.invalid(node.getSelector());
        } else if (operator.equals(RSQLOperators.EQUAL)) {
            return anyOf(target, arguments, node);
        } else if (operator.equals(RSQLOperators.NOT_EQUAL)) {
            return not(anyOf(target, arguments, node));
        } else if (operator.equals(RSQLOperators.IN)) {
            return anyOf(target, arguments, node);
        } else if (operator.equals(RSQLOperators.NOT_IN)) {
            return not(anyOf(target, arguments, node));
        } else if (operator.equals(Criteria.UNDER)) {
            return under(target, node);
        } else if (ORDERING.containsKey(operator)) {
            return ordered(target, ORDERING.get(operator), arguments.get(0), node);
        }
        return text(target, operator, arguments.get(0), node);
    }

    /** Whether one of several values is among those that are asked for. */
    private SqlPart choices(Target target, ComparisonNode node) {
        ComparisonOperator operator = node.getOperator();
        boolean among = operator.equals(RSQLOperators.EQUAL) || operator.equals(RSQLOperators.IN);
        boolean notAmong = operator.equals(RSQLOperators.NOT_EQUAL) || operator.equals(RSQLOperators.NOT_IN);
        if (!(among || notAmong) || !target.field().choices().containsAll(node.getArguments())) {
            throw Criteria.invalid(node.getSelector());
        }
        SqlPart part = new SqlPart().add("jsonb_exists_any(" + column(target) + ", ?::text[])", node.getArguments());
        return among ? part : not(part);
    }

    static SqlPart not(SqlPart part) {
        return new SqlPart().add("(").add(part).add(") is not true");
    }

    private static boolean truth(ComparisonNode node) {
        return !node.getArguments().get(0).equals("false");
    }

    private static SqlPart empty(Target target, boolean wanted) {
        if (!target.isList()) {
            return new SqlPart().add(column(target) + (wanted ? " is null" : " is not null"));
        }
        SqlPart filled = among(target, new SqlPart().add("nullif(" + column(target) + ", '') is not null"));
        return wanted ? not(filled) : filled;
    }

    private static String column(Target target) {
        return target.isList() ? target.element() : target.column();
    }

    private static String operand(Target target) {
        return target.isList() ? target.element() : target.comparable();
    }

    /** Of several values one has to fit. */
    private static SqlPart among(Target target, SqlPart fits) {
        return target.isList()
                ? new SqlPart()
                        .add("exists (select 1 from jsonb_array_elements(" + target.column() + ") as e(p) where ")
                        .add(fits)
                        .add(")")
                : fits;
    }

    private SqlPart anyOf(Target target, List<String> arguments, ComparisonNode node) {
        SqlPart part = new SqlPart().add("(");
        String or = "";
        for (String argument : arguments) {
            part.add(or).add(equal(target, argument, node));
            or = " or ";
        }
        return part.add(")");
    }

    private SqlPart equal(Target target, String argument, ComparisonNode node) {
        if (target.field().kind() == FieldKind.REFERENCE) {
            return sameRecord(target, argument, node);
        } else if (target.field().kind() == FieldKind.INSTANT && Values.isDay(argument, clock)) {
            return onDay(target, argument, node);
        } else if (target.field().kind().isText() && argument.indexOf('*') >= 0) {
            return among(
                    target,
                    new SqlPart()
                            .add(
                                    "platform.fold(" + column(target) + ") like platform.fold(?)",
                                    Values.pattern(argument)));
        } else if (target.isList()) {
            return one(target, argument);
        }
        return kept(target, "=", argument, node)
                .add(target.comparable() + " = ?" + cast(target), value(target, argument, node));
    }

    /** Narrows the records to those whose value stands in the index, if it is kept there (S-CF-06). */
    private SqlPart kept(Target target, String operator, String argument, ComparisonNode node) {
        SqlPart part = new SqlPart();
        target.field()
                .own()
                .filter(own -> own.isKept() && target.alias().equals(Query.MAIN))
                .ifPresent(own -> part.add(
                        "t.id in (select record_id from core.own_value where field_id = ? and form " + operator
                                + " ?) and ",
                        own.id(),
                        OwnValue.form(value(target, argument, node))));
        return part;
    }

    /** An address in any case, a number in any format; those of the queried type itself have an index. */
    private SqlPart one(Target target, String argument) {
        boolean number = target.field().kind() == FieldKind.PHONE;
        String form = number
                ? PhoneNumbers.e164(argument, query.caller().tenant().country()).orElse(argument)
                : argument.toLowerCase(Locale.ROOT);
        if (target.alias().equals(Query.MAIN) && target.field().name().equals(ContactPoint.VALUE)) {
            return new SqlPart()
                    .add(
                            "t.id in (select record_id from core.contact_point where subject = ? and field = ? and form = ?)",
                            query.type().name(),
                            target.field().attribute().field().getName(),
                            form);
        }
        String compared = number ? "coalesce(p ->> 'e164', p ->> 'value')" : "lower(" + target.element() + ")";
        return among(target, new SqlPart().add(compared + " = ?", number ? form : argument.toLowerCase(Locale.ROOT)));
    }

    private SqlPart sameRecord(Target target, String argument, ComparisonNode node) {
        if (argument.equals("me")) {
            requireSomebody(node);
            return new SqlPart().add(column(target) + " = ?", query.caller().memberId());
        }
        UUID id = Values.id(argument);
        if (id != null) {
            return target.field()
                    .lookup()
                    .map(lookup -> new SqlPart().add(lookup.narrowed(target.alias(), "= ?"), id))
                    .orElseGet(() -> kept(target, "=", argument, node).add(column(target) + " = ?", id));
        }
        Target title = query.titleOf(target.alias(), target.field());
        if (!Query.isVisible(query.caller(), query.type(), target.field())) {
            throw Criteria.invalid(node.getSelector());
        }
        return new SqlPart().add("lower(" + column(title) + ") = lower(?)", argument);
    }

    /** The platform itself is nobody, and no record is its own. */
    private void requireSomebody(ComparisonNode node) {
        if (query.caller().memberId() == null) {
            throw Criteria.invalid(node.getSelector());
        }
    }

    private SqlPart under(Target target, ComparisonNode node) {
        return narrowed(target, query.below(target.field(), node));
    }

    /** The records that a fixed segment keeps. */
    private static SqlPart members(ComparisonNode node) {
        return new SqlPart()
                .add(
                        "in (select unnest(v.members) from core.saved_view v where v.id = ?)",
                        Values.id(node.getArguments().get(0)));
    }

    /** The records whose id, or whose reference, is one of some. */
    private static SqlPart narrowed(Target target, SqlPart ids) {
        return target.field()
                .lookup()
                .map(lookup -> new SqlPart()
                        .add(
                                lookup.narrowed(target.alias(), ids.text()),
                                ids.parameters().toArray()))
                .orElseGet(() -> new SqlPart().add(column(target) + " ").add(ids));
    }

    private SqlPart onDay(Target target, String argument, ComparisonNode node) {
        return new SqlPart()
                .add("(")
                .add(ordered(target, ">=", argument, node))
                .add(" and " + column(target) + " < ?", Values.endOfDay(argument, clock))
                .add(")");
    }

    private SqlPart ordered(Target target, String operator, String argument, ComparisonNode node) {
        switch (target.field().kind()) {
            case REFERENCE, BOOLEAN, CHOICE, CHOICES, ID -> throw Criteria.invalid(node.getSelector());
            default -> {
                // comparable kinds
            }
        }
        return among(
                target,
                kept(target, operator.length() == 1 ? operator + "=" : operator, argument, node)
                        .add(operand(target) + " " + operator + " ?" + cast(target), value(target, argument, node)));
    }

    private static String cast(Target target) {
        return switch (target.field().kind()) {
            case MONEY, DECIMAL -> "::numeric";
            default -> "";
        };
    }

    private SqlPart text(Target target, ComparisonOperator operator, String argument, ComparisonNode node) {
        Target where =
                target.field().kind() == FieldKind.REFERENCE ? query.titleOf(target.alias(), target.field()) : target;
        if (!where.field().kind().isText()) {
            throw Criteria.invalid(node.getSelector());
        }
        String pattern = (operator.equals(Criteria.STARTS) ? "" : "%") + Values.escaped(argument) + "%";
        return among(where, new SqlPart().add("platform.fold(" + column(where) + ") like platform.fold(?)", pattern));
    }

    private Object value(Target target, String argument, ComparisonNode node) {
        Object value = Values.of(target.field(), argument, clock);
        if (value == null) {
            throw Criteria.invalid(node.getSelector());
        }
        return value;
    }
}
