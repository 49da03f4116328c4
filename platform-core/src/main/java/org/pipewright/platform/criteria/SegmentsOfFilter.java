package org.pipewright.platform.criteria;

import cz.jirutka.rsql.parser.ast.AndNode;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.Node;
import cz.jirutka.rsql.parser.ast.OrNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.Segments.Segment;

/**
 * Puts what segments say in the place of their names, as whoever asks may ask it (S-REP-11). What the caller may not see
 * of a segment, or of the fields it asks about, cannot be asked by its name either. Only those that are fixed remain.
 */
final class SegmentsOfFilter {

    private static final String ITSELF = "id";
    private static final Set<ComparisonOperator> OPERATORS = Set.of(Criteria.SEGMENT, Criteria.NO_SEGMENT);
    private static final int MOST = 100;
    private static final int DEEPEST = 5;

    private final Query query;
    private final Deque<UUID> within = new ArrayDeque<>();
    private int opened;

    SegmentsOfFilter(Query query) {
        this.query = query;
    }

    static boolean asks(ComparisonNode node) {
        return OPERATORS.contains(node.getOperator());
    }

    Node opened(Node node) {
        if (node instanceof LogicalNode logical) {
            return logical.withChildren(
                    logical.getChildren().stream().map(this::opened).toList());
        }
        ComparisonNode comparison = (ComparisonNode) node;
        return asks(comparison) ? segments(comparison) : comparison;
    }

    private Node segments(ComparisonNode node) {
        List<Node> several =
                node.getArguments().stream().map(id -> segment(node, id)).toList();
        Node any = several.size() == 1 ? several.get(0) : new OrNode(several);
        return node.getOperator().equals(Criteria.SEGMENT) ? any : new Negation(any);
    }

    private Node segment(ComparisonNode node, String id) {
        String recordType = recordType(node.getSelector()).orElseThrow(() -> Criteria.invalid(node.getSelector()));
        Segment segment = Optional.ofNullable(Values.id(id))
                .flatMap(query::segment)
                .filter(found -> found.recordType().equals(recordType))
                .orElseThrow(() -> Criteria.invalid(node.getSelector()));
        return segment.fixed()
                ? new ComparisonNode(Criteria.SEGMENT, node.getSelector(), List.of(id))
                : asked(node.getSelector(), segment);
    }

    private Optional<String> recordType(String selector) {
        return selector.equals(ITSELF)
                ? Optional.of(query.type().name())
                : query.target(selector)
                        .map(Query.Target::field)
                        .filter(field -> field.kind() == FieldKind.REFERENCE)
                        .map(DeclaredField::references);
    }

    private Node asked(String selector, Segment segment) {
        if (++opened > MOST || within.size() == DEEPEST || within.contains(segment.id())) {
            throw Criteria.invalid("filter");
        }
        Node there = new ComparisonNode(Criteria.EMPTY, selector, List.of("false"));
        if (segment.filter().isBlank()) {
            return there;
        }
        within.push(segment.id());
        Node said = opened(from(selector, Criteria.parse(segment.filter())));
        within.pop();
        return selector.equals(ITSELF) ? said : new AndNode(List.of(there, said));
    }

    /** The criteria as they are asked from where the reference begins. */
    private static Node from(String selector, Node node) {
        if (selector.equals(ITSELF)) {
            return node;
        } else if (node instanceof LogicalNode logical) {
            return logical.withChildren(logical.getChildren().stream()
                    .map(child -> from(selector, child))
                    .toList());
        }
        ComparisonNode comparison = (ComparisonNode) node;
        return asks(comparison) && comparison.getSelector().equals(ITSELF)
                ? comparison.withSelector(selector)
                : comparison.withSelector(selector + "." + comparison.getSelector());
    }
}
