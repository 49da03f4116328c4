package org.pipewright.platform.criteria;

import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.RSQLOperators;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.criteria.Query.Target;
import org.pipewright.platform.recordtypes.FieldKind;

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
        if (operator.equals(Criteria.EMPTY)) {
            return new SqlPart().add(column(target) + (truth(node) ? " is null" : " is not null"));
        } else if (operator.equals(RSQLOperators.EQUAL)) {
            return anyOf(target, arguments, node);
        } else if (operator.equals(RSQLOperators.NOT_EQUAL)) {
            return not(anyOf(target, arguments, node));
        } else if (operator.equals(RSQLOperators.IN)) {
            return anyOf(target, arguments, node);
        } else if (operator.equals(RSQLOperators.NOT_IN)) {
            return not(anyOf(target, arguments, node));
        } else if (ORDERING.containsKey(operator)) {
            return ordered(target, ORDERING.get(operator), arguments.get(0), node);
        }
        return text(target, operator, arguments.get(0), node);
    }

    private static SqlPart not(SqlPart part) {
        return new SqlPart().add("(").add(part).add(") is not true");
    }

    private static boolean truth(ComparisonNode node) {
        return !node.getArguments().get(0).equals("false");
    }

    private static String column(Target target) {
        return target.alias() + "." + target.field().column();
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
            return new SqlPart()
                    .add("platform.fold(" + column(target) + ") like platform.fold(?)", Values.pattern(argument));
        }
        return new SqlPart().add(target.comparable() + " = ?" + cast(target), value(target, argument, node));
    }

    private SqlPart sameRecord(Target target, String argument, ComparisonNode node) {
        if (argument.equals("me")) {
            return new SqlPart().add(column(target) + " = ?", query.caller().memberId());
        }
        UUID id = Values.id(argument);
        if (id != null) {
            return new SqlPart().add(column(target) + " = ?", id);
        }
        Target title = query.titleOf(target.alias(), target.field());
        if (!Query.isVisible(query.caller(), query.type(), target.field())) {
            throw Criteria.invalid(node.getSelector());
        }
        return new SqlPart().add("lower(" + column(title) + ") = lower(?)", argument);
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
            case REFERENCE, BOOLEAN, CHOICE, ID -> throw Criteria.invalid(node.getSelector());
            default -> {
                // comparable kinds
            }
        }
        return new SqlPart()
                .add(target.comparable() + " " + operator + " ?" + cast(target), value(target, argument, node));
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
        return new SqlPart().add("platform.fold(" + column(where) + ") like platform.fold(?)", pattern);
    }

    private Object value(Target target, String argument, ComparisonNode node) {
        Object value = Values.of(target.field(), argument, clock);
        if (value == null) {
            throw Criteria.invalid(node.getSelector());
        }
        return value;
    }
}
