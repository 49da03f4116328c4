package org.pipewright.platform.criteria;

import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.RSQLOperators;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.criteria.Query.Target;

/**
 * A comparison of the tags of a record: by id or by name, or whether it has any (S-REC-03). Tags that others keep for
 * themselves are as good as not there.
 */
final class TagComparison {

    private static final Set<ComparisonOperator> AMONG = Set.of(RSQLOperators.EQUAL, RSQLOperators.IN);
    private static final Set<ComparisonOperator> NOT_AMONG = Set.of(RSQLOperators.NOT_EQUAL, RSQLOperators.NOT_IN);

    private final Query query;

    TagComparison(Query query) {
        this.query = query;
    }

    SqlPart condition(Target target, ComparisonNode node) {
        ComparisonOperator operator = node.getOperator();
        if (operator.equals(Criteria.EMPTY)) {
            boolean none = !node.getArguments().get(0).equals("false");
            return tagged(target, none, new SqlPart().add("true"));
        } else if (AMONG.contains(operator) || NOT_AMONG.contains(operator)) {
            return tagged(target, NOT_AMONG.contains(operator), named(node));
        }
        throw Criteria.invalid(node.getSelector());
    }

    private SqlPart tagged(Target target, boolean not, SqlPart which) {
        return new SqlPart()
                .add(target.column() + (not ? " not in" : " in"))
                .add(" (select g.record_id from core.tagged g join core.tag k on k.tenant_id = g.tenant_id"
                        + " and k.id = g.tag_id where " + TagAccess.condition(query.caller()) + " and ")
                .add(which)
                .add(")");
    }

    private static SqlPart named(ComparisonNode node) {
        List<UUID> ids = node.getArguments().stream()
                .map(Values::id)
                .filter(Objects::nonNull)
                .toList();
        List<String> names = node.getArguments().stream()
                .filter(name -> Values.id(name) == null)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return new SqlPart().add("(k.id = any(?::uuid[]) or lower(k.name) = any(?::text[]))", ids, names);
    }
}
