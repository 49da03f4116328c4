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
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Action;

/**
 * A comparison of what a record is linked to, which may be several records: by id or by title, below one of them, or
 * whether there is any (S-ACT-07). Links to records that the caller may not view are as good as not there.
 */
final class LinkComparison {

    private static final Set<ComparisonOperator> AMONG = Set.of(RSQLOperators.EQUAL, RSQLOperators.IN);
    private static final Set<ComparisonOperator> NOT_AMONG = Set.of(RSQLOperators.NOT_EQUAL, RSQLOperators.NOT_IN);

    private final Query query;

    LinkComparison(Query query) {
        this.query = query;
    }

    SqlPart condition(Target target, ComparisonNode node) {
        ComparisonOperator operator = node.getOperator();
        if (operator.equals(Criteria.EMPTY)) {
            return linked(target, !node.getArguments().get(0).equals("false"), new SqlPart().add("true"));
        } else if (operator.equals(Criteria.UNDER)) {
            return linked(target, false, below(target, node));
        } else if (AMONG.contains(operator) || NOT_AMONG.contains(operator)) {
            return linked(target, NOT_AMONG.contains(operator), named(target, node));
        }
        throw Criteria.invalid(node.getSelector());
    }

    private SqlPart linked(Target target, boolean not, SqlPart which) {
        DeclaredField.Lookup links = target.field().lookup().orElseThrow();
        DeclaredType type = query.referenced(target.field());
        return new SqlPart()
                .add(target.alias() + ".id" + (not ? " not in" : " in"))
                .add(
                        " (select l." + links.record() + " from " + links.table() + " l join " + type.table()
                                + " k on k.tenant_id = l.tenant_id and k.id = l." + links.value()
                                + " where l.record_type = ? and k.deleted_at is null and ",
                        type.name())
                .add(RowAccess.condition(query.caller(), type, Action.VIEW, "k"))
                .add(" and ")
                .add(which)
                .add(")");
    }

    private SqlPart named(Target target, ComparisonNode node) {
        DeclaredType type = query.referenced(target.field());
        List<UUID> ids = node.getArguments().stream()
                .map(Values::id)
                .filter(Objects::nonNull)
                .toList();
        List<String> titles = node.getArguments().stream()
                .filter(title -> Values.id(title) == null)
                .map(title -> title.toLowerCase(Locale.ROOT))
                .toList();
        SqlPart part = new SqlPart().add("(k.id = any(?::uuid[])", ids);
        if (!titles.isEmpty()) {
            if (!Query.isVisible(query.caller(), type, type.title())) {
                throw Criteria.invalid(node.getSelector());
            }
            part.add(" or lower(" + type.title().in("k") + ") = any(?::text[])", titles);
        }
        return part.add(")");
    }

    private SqlPart below(Target target, ComparisonNode node) {
        return new SqlPart().add("k.id ").add(query.below(target.field(), node));
    }
}
