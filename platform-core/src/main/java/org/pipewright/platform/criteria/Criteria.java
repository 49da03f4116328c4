package org.pipewright.platform.criteria;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import cz.jirutka.rsql.parser.RSQLParser;
import cz.jirutka.rsql.parser.RSQLParserException;
import cz.jirutka.rsql.parser.ast.AndNode;
import cz.jirutka.rsql.parser.ast.Arity;
import cz.jirutka.rsql.parser.ast.ComparisonNode;
import cz.jirutka.rsql.parser.ast.ComparisonOperator;
import cz.jirutka.rsql.parser.ast.LogicalNode;
import cz.jirutka.rsql.parser.ast.Node;
import cz.jirutka.rsql.parser.ast.RSQLOperators;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.spi.errors.Refusal;

/** Compiles the criteria language to a condition of a query. */
public final class Criteria {

    /** Text contains, ignoring case and accents. */
    public static final ComparisonOperator CONTAINS = new ComparisonOperator("=like=");
    /** Text starts with, ignoring case and accents. */
    public static final ComparisonOperator STARTS = new ComparisonOperator("=starts=");
    /** The field has no value ({@code true}) or has one ({@code false}). */
    public static final ComparisonOperator EMPTY = new ComparisonOperator("=isnull=");

    /** The reference leads to one of those records or to one below it, where records have a parent of their own type. */
    public static final ComparisonOperator UNDER = new ComparisonOperator("=under=", Arity.of(1, Integer.MAX_VALUE));

    /** The record, or what the reference leads to, is in one of those segments (S-REP-11). */
    public static final ComparisonOperator SEGMENT =
            new ComparisonOperator("=segment=", Arity.of(1, Integer.MAX_VALUE));

    /** It is in none of them. */
    public static final ComparisonOperator NO_SEGMENT =
            new ComparisonOperator("=nosegment=", Arity.of(1, Integer.MAX_VALUE));

    private static final int MOST_CONDITIONS = 100;
    private static final int LONGEST = 8_000;
    private static final int DEEPEST = 100;
    private static final int MOST_KEPT = 2_000_000;
    private static final RSQLParser PARSER = new RSQLParser(operators());

    /** Rules are asked with every change of a record; a parser costs more than what it reads. Weighed by characters. */
    private static final Cache<String, Node> PARSED = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .weigher((String filter, Node node) -> filter.length())
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    private static Set<ComparisonOperator> operators() {
        Set<ComparisonOperator> operators = new HashSet<>(RSQLOperators.defaultOperators());
        operators.addAll(Set.of(CONTAINS, STARTS, EMPTY, UNDER, SEGMENT, NO_SEGMENT));
        return operators;
    }

    private final Comparison comparison;
    private final SegmentsOfFilter segments;
    private int conditions;

    private Criteria(Query query, Clock clock) {
        this.comparison = new Comparison(query, clock);
        this.segments = new SegmentsOfFilter(query);
    }

    /** Today and the time zone that relative dates are meant in. */
    public record Clock(java.time.LocalDate today, java.time.ZoneId zone) {}

    /** The condition of a filter; refuses a filter that is malformed or names what the caller cannot see. */
    public static SqlPart condition(Query query, String filter, Clock clock) {
        if (filter == null || filter.isBlank()) {
            return new SqlPart().add("true");
        }
        Criteria criteria = new Criteria(query, clock);
        return criteria.compile(criteria.segments.opened(parse(filter)));
    }

    static Node parse(String filter) {
        try {
            if (filter.length() > LONGEST || filter.indexOf('\0') >= 0 || depth(filter) > DEEPEST) {
                throw invalid("filter");
            }
            return PARSED.get(filter, PARSER::parse);
        } catch (RSQLParserException e) {
            throw invalid("filter");
        }
    }

    /** How many parentheses are open at once; the parser goes as deep, and its stack has an end. */
    private static int depth(String filter) {
        int open = 0;
        int deepest = 0;
        for (char character : filter.toCharArray()) {
            open += character == '(' ? 1 : character == ')' ? -1 : 0;
            deepest = Math.max(deepest, open);
        }
        return deepest;
    }

    /** Names of the record's own fields that a filter asks about; those it reaches through a reference stand for it. */
    public static Set<String> fields(String filter) {
        return paths(filter).stream().map(path -> path.split("\\.")[0]).collect(Collectors.toSet());
    }

    /** Everything a filter asks about, such as {@code amount} or {@code account.industry}. */
    public static Set<String> paths(String filter) {
        return filter == null || filter.isBlank() ? Set.of() : paths(parse(filter));
    }

    /** The same, and what the segments ask about that it names. */
    public static Set<String> paths(Query query, String filter) {
        return filter == null || filter.isBlank() ? Set.of() : paths(new SegmentsOfFilter(query).opened(parse(filter)));
    }

    /** Ids of the segments that a filter names itself. */
    public static Set<UUID> segments(String filter) {
        return filter == null || filter.isBlank()
                ? Set.of()
                : comparisons(parse(filter))
                        .filter(SegmentsOfFilter::asks)
                        .flatMap(node -> node.getArguments().stream())
                        .map(Values::id)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
    }

    private static Set<String> paths(Node node) {
        return comparisons(node).map(ComparisonNode::getSelector).collect(Collectors.toSet());
    }

    private static Stream<ComparisonNode> comparisons(Node node) {
        if (node instanceof Negation negation) {
            return comparisons(negation.negated());
        }
        return node instanceof LogicalNode logical
                ? logical.getChildren().stream().flatMap(Criteria::comparisons)
                : Stream.of((ComparisonNode) node);
    }

    static Refusal invalid(String field) {
        return InvalidFields.refusal(field, "invalid", "filter");
    }

    private SqlPart compile(Node node) {
        if (++conditions > MOST_CONDITIONS) {
            throw invalid("filter");
        }
        if (node instanceof Negation negation) {
            return Comparison.not(compile(negation.negated()));
        }
        return node instanceof LogicalNode logical ? junction(logical) : comparison.condition((ComparisonNode) node);
    }

    private SqlPart junction(LogicalNode node) {
        SqlPart part = new SqlPart().add("(");
        String operator = "";
        for (Node child : node) {
            part.add(operator).add(compile(child));
            operator = node instanceof AndNode ? " and " : " or ";
        }
        return part.add(")");
    }
}
