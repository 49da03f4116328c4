package org.pipewright.platform.criteria;

import cz.jirutka.rsql.parser.ast.ComparisonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.recordtypes.Segments.Segment;
import org.pipewright.platform.spi.access.Action;

/**
 * A query over one record type and what its references point to, for one caller. Fields the caller may not see do not
 * exist for it; records the caller may not view are joined as absent.
 */
public final class Query {

    /** Alias of the record type's own table. */
    public static final String MAIN = "t";

    /** Alias of the one table a shown title is taken from. */
    private static final String SHOWN = "shown";

    private final RecordTypes types;
    private final Caller caller;
    private final DeclaredType type;
    private final Map<String, String> aliases = new LinkedHashMap<>();
    private final SqlPart joins = new SqlPart();

    public Query(RecordTypes types, Caller caller, DeclaredType type) {
        this.types = types;
        this.caller = caller;
        this.type = type;
    }

    /**
     * A field where a path leads.
     *
     * @param field its declaration; of a part of contact points such as {@code addresses.city} that of the part
     * @param alias of its table
     * @param element of contact points, of which there are several: the value in one of them, called {@code p}; else
     *     empty
     */
    public record Target(DeclaredField field, String alias, String element) {

        Target(DeclaredField field, String alias) {
            this(field, alias, "");
        }

        /** Whether there are several values. */
        boolean isList() {
            return !element.isEmpty();
        }

        /** The field's column. */
        String column() {
            return field.in(alias);
        }

        /** The field's column as it was written, for money that of the amount in its own currency. */
        public String given() {
            return column();
        }

        /** The field's column; for money that of the base amount, by which amounts compare; of a list its primary. */
        public String comparable() {
            if (isList()) {
                return element.replace("p ->>", column() + " -> 0 ->>");
            }
            return field.kind() == FieldKind.MONEY ? field.baseIn(alias) : column();
        }
    }

    public Caller caller() {
        return caller;
    }

    public DeclaredType type() {
        return type;
    }

    /** The segment of that id, if the caller sees it. */
    Optional<Segment> segment(UUID id) {
        return types.segments().seen(id, caller.memberId(), caller.teams());
    }

    /** The field of a path such as {@code amount} or {@code account.industry}, if the caller may see it. */
    public Optional<Target> target(String path) {
        String[] steps = path.split("\\.", -1);
        DeclaredType current = type;
        String alias = MAIN;
        for (int i = 0; i < steps.length - 1; i++) {
            Optional<DeclaredField> list =
                    visible(current, steps[i]).filter(f -> f.kind().isPoints());
            if (list.isPresent()) {
                return i == steps.length - 2 ? part(list.get(), steps[i + 1], alias) : Optional.empty();
            }
            Optional<DeclaredField> step = visible(current, steps[i]).filter(f -> f.kind() == FieldKind.REFERENCE);
            if (step.isEmpty() || i == 3) {
                return Optional.empty();
            }
            alias = join(alias, step.get());
            current = referenced(step.get());
        }
        String where = alias;
        return visible(current, steps[steps.length - 1]).map(field -> target(field, where));
    }

    /** Steps of a path, itself among them, that lead to a record of that type. */
    public Set<String> stepsTo(String recordType, String path) {
        return steps(path)
                .filter(step -> target(step)
                        .map(Target::field)
                        .map(DeclaredField::references)
                        .filter(recordType::equals)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** Whether a path leads over what a module keeps beside records. */
    public boolean isBeside(String path) {
        return steps(path)
                .anyMatch(step ->
                        target(step).filter(target -> target.field().isBeside()).isPresent());
    }

    /** The path up to each of its steps, itself last. */
    private static Stream<String> steps(String path) {
        String[] names = path.split("\\.");
        return IntStream.rangeClosed(1, names.length)
                .mapToObj(last -> String.join(".", Arrays.asList(names).subList(0, last)));
    }

    private static Target target(DeclaredField field, String alias) {
        return field.kind().isPoints()
                ? new Target(field.parts().get(0), alias, element(field.parts()))
                : new Target(field, alias);
    }

    private static Optional<Target> part(DeclaredField list, String name, String alias) {
        return list.parts().stream()
                .filter(part -> part.name().equals(name))
                .map(part -> new Target(part, alias, element(List.of(part))))
                .findFirst();
    }

    private static String element(List<DeclaredField> parts) {
        String values =
                parts.stream().map(part -> "p ->> '" + part.name() + "'").collect(Collectors.joining(", "));
        return parts.size() == 1 ? "(" + values + ")" : "concat_ws(' ', " + values + ")";
    }

    /** The field of the type, if the caller may see it. */
    public Optional<DeclaredField> visible(DeclaredType of, String name) {
        return of.compared(name).filter(field -> isVisible(caller, of, field));
    }

    /** Whether the caller may see the field; what is reckoned from others tells about them. */
    public static boolean isVisible(Caller caller, DeclaredType of, DeclaredField field) {
        return caller.has(field.feature())
                && caller.access(of.name(), field.name()) != FieldAccess.NONE
                && field.madeOf().stream()
                        .allMatch(name -> of.field(name)
                                .filter(part -> isVisible(caller, of, part))
                                .isPresent());
    }

    /** Where the title of the record is that a reference points to. */
    public Target titleOf(String alias, DeclaredField reference) {
        DeclaredType target = referenced(reference);
        String joined = caller.has(target.feature())
                ? join(alias, reference)
                : join(alias, reference, alias + "." + reference.name() + " while off", RowAccess::named);
        return new Target(target.title(), joined);
    }

    /** SQL for what the record is called, in the caller's language, that a reference points to. */
    public String shownTitleOf(String alias, DeclaredField reference) {
        Target title = titleOf(alias, reference);
        return translated(referenced(reference), title.alias(), title.comparable());
    }

    /**
     * The same of the type's own reference as a value that joins nothing: a record with twenty references takes the
     * planner longer than all else when each of them is a join.
     */
    public SqlPart shownTitleOf(DeclaredField reference) {
        DeclaredType target = referenced(reference);
        Access access = caller.has(target.feature()) ? Query::viewed : RowAccess::named;
        SqlPart title = new SqlPart()
                .add("(select " + translated(target, SHOWN, new Target(target.title(), SHOWN).comparable()) + " from "
                        + target.table() + " " + SHOWN + " where " + SHOWN + ".tenant_id = " + MAIN + ".tenant_id and "
                        + SHOWN + ".id = " + reference.in(MAIN) + " and ")
                .add(access.condition(caller, target, SHOWN))
                .add(")");
        return reference.isBeside() ? title : whereNamed(reference, title);
    }

    /** Most references of most records are empty: asking for those all the same takes a third of the time of a list. */
    private static SqlPart whereNamed(DeclaredField reference, SqlPart title) {
        return new SqlPart()
                .add("case when " + reference.in(MAIN) + " is not null then ")
                .add(title)
                .add(" end");
    }

    /** SQL for what the type's own records are called in the caller's language, if the caller may see that. */
    public Optional<String> shownTitle() {
        return target(type.title().name()).map(title -> translated(type, MAIN, title.comparable()));
    }

    /** Names are kept in the tenant's language; those who read in another see its translation where there is one. */
    private String translated(DeclaredType of, String alias, String name) {
        String language = caller.language().getLanguage();
        return !of.isTranslatable()
                        || language.equals(caller.tenant().language().getLanguage())
                ? name
                : "coalesce((select n.text from core.translation n where n.tenant_id = " + alias
                        + ".tenant_id and n.record_id = " + alias + ".id and n.language = '" + language + "'), " + name
                        + ")";
    }

    /** The field by which records a reference leads to stand below one another, if they do. */
    Optional<DeclaredField> parentOf(DeclaredField reference) {
        return reference.kind() == FieldKind.REFERENCE || reference.kind() == FieldKind.LINKED
                ? visible(referenced(reference), "parent")
                        .filter(parent -> parent.references().equals(reference.references()))
                : Optional.empty();
    }

    /** Condition for an id to be one of those that a comparison names, or of what stands below them. */
    SqlPart below(DeclaredField reference, ComparisonNode node) {
        DeclaredField parent = parentOf(reference).orElseThrow(() -> Criteria.invalid(node.getSelector()));
        List<UUID> ids = node.getArguments().stream()
                .map(argument -> Optional.ofNullable(Values.id(argument))
                        .orElseThrow(() -> Criteria.invalid(node.getSelector())))
                .toList();
        String table = referenced(reference).table();
        return new SqlPart()
                .add(
                        "in (with recursive down as (select unnest(?::uuid[]) as id union select c.id from " + table
                                + " c join down on c." + parent.column()
                                + " = down.id where c.deleted_at is null) select id from down)",
                        ids);
    }

    DeclaredType referenced(DeclaredField reference) {
        return types.named(reference.references())
                .orElseThrow(() -> new IllegalStateException("No record type " + reference.references()));
    }

    private String join(String from, DeclaredField reference) {
        return join(from, reference, from + "." + reference.name(), Query::viewed);
    }

    private static SqlPart viewed(Caller who, DeclaredType target, String alias) {
        return RowAccess.condition(who, target, Action.VIEW, alias);
    }

    /** Who sees which rows of a joined table. */
    @FunctionalInterface
    private interface Access {
        SqlPart condition(Caller caller, DeclaredType target, String alias);
    }

    private String join(String from, DeclaredField reference, String key, Access access) {
        return aliases.computeIfAbsent(key, path -> {
            String alias = "r" + aliases.size();
            DeclaredType target = referenced(reference);
            joins.add(" left join " + target.table() + " " + alias + " on " + alias + ".tenant_id = " + from
                            + ".tenant_id and " + alias + ".id = " + reference.in(from) + " and ")
                    .add(access.condition(caller, target, alias));
            return alias;
        });
    }

    /** The from clause with every join asked for so far. */
    public SqlPart from() {
        return from(new SqlPart().add(type.table()));
    }

    /** The same with a selection of the type's rows in place of its table. */
    public SqlPart from(SqlPart rows) {
        return new SqlPart().add(" from ").add(rows).add(" " + MAIN).add(joins);
    }
}
