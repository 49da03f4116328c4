package org.pipewright.platform.manifest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.criteria.Criteria;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.manifest.Manifest.Choice;
import org.pipewright.platform.manifest.Manifest.Field;
import org.pipewright.platform.manifest.Manifest.Layout;
import org.pipewright.platform.manifest.Manifest.Type;
import org.pipewright.platform.manifest.Manifest.VerbForm;
import org.pipewright.platform.matching.Matching;
import org.pipewright.platform.records.FieldValues;
import org.pipewright.platform.recordtypes.Condition;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.OwnField;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.money.ExchangingVerb;
import org.pipewright.platform.spi.records.Board;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.ChoosingVerb;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.records.Report;
import org.pipewright.platform.spi.records.Siblings;
import org.pipewright.platform.spi.records.Verb;

/** Describes a record type to one caller. */
final class TypeDescription {

    private final RecordTypes types;
    private final Caller caller;
    private final DeclaredType type;
    private final List<Layout> layouts;
    private final Supplier<List<Choice>> roles;
    private final Set<String> narrowed;

    /**
     * @param roles of the tenant, for fields that name some
     * @param narrowed names of the fields whose choices have to be asked for
     */
    TypeDescription(
            RecordTypes types,
            Caller caller,
            DeclaredType type,
            List<Layout> layouts,
            Supplier<List<Choice>> roles,
            Set<String> narrowed) {
        this.narrowed = narrowed;
        this.roles = roles;
        this.types = types;
        this.caller = caller;
        this.type = type;
        this.layouts = layouts;
    }

    Type describe(Stream<Verb<?, ?>> verbs, List<Manifest.Report> reports) {
        return new Type(
                type.name(),
                type.path(),
                type.name(),
                type.title().name(),
                type.declaration().icon(),
                type.declaration().sort(),
                columns(),
                type.owned(),
                type.declaration().importable(),
                type.isCatalogue(),
                Stream.concat(type.shown().stream(), Stream.of(TypeReading.TAGS))
                        .filter(field -> Query.isVisible(caller, type, field) && !type.isPlace(field))
                        .map(this::field)
                        .toList(),
                actions(),
                verbs.filter(verb -> caller.has(verb.feature()) && may(verb.name()))
                        .map(this::verb)
                        .toList(),
                Stream.of(type.declaration().boards())
                        .filter(this::isShown)
                        .map(this::board)
                        .toList(),
                Stream.of(type.declaration().views())
                        .filter(this::isShown)
                        .map(view -> new Manifest.View(
                                view.key(),
                                type.name() + ".view." + view.key(),
                                view.filter(),
                                view.sort(),
                                view.onStart()))
                        .toList(),
                type.host()
                        .map(host -> new Manifest.Part(
                                host.name(),
                                type.hostField().name(),
                                type.declaration().essential()))
                        .orElse(null),
                Stream.of(type.declaration().siblings())
                        .filter(this::isShown)
                        .map(siblings ->
                                new Manifest.Siblings(siblings.by(), type.name() + ".siblings." + siblings.by()))
                        .toList(),
                through(),
                reports,
                type.declaration().activities(),
                Matching.rules(type).stream()
                        .flatMap(rule -> Stream.concat(Stream.of(rule.fields()), Stream.of(rule.near())))
                        .distinct()
                        .toList(),
                type.declaration().revises().isEmpty()
                        ? null
                        : type.declaration().revises(),
                layouts,
                type.links().stream()
                        .filter(link -> Query.isVisible(caller, type, link))
                        .map(this::field)
                        .toList());
    }

    static Manifest.Report described(DeclaredType type, Report report, List<String> ways) {
        String label = type.name() + ".report." + report.key();
        return new Manifest.Report(
                report.key(),
                label,
                report.filter(),
                report.period(),
                ways,
                Stream.of(report.figures())
                        .map(figure -> label + "." + figure.key())
                        .toList(),
                report.onStart(),
                !report.moves().isEmpty());
    }

    private boolean isShown(Board board) {
        return caller.has(board.feature()) && isVisible(board.field());
    }

    /** A view of what the caller does not see would be refused when it is opened. */
    private boolean isShown(BuiltInView view) {
        return Criteria.fields(view.filter()).stream()
                .allMatch(name -> type.compared(name)
                        .filter(field -> Query.isVisible(caller, type, field))
                        .isPresent());
    }

    private boolean isShown(Siblings siblings) {
        return isVisible(siblings.by()) && caller.has(siblings.feature());
    }

    /** As filters may ask for it: the page lists what they find. */
    private Manifest.Through through() {
        String path = type.declaration().through();
        return path.isEmpty()
                ? null
                : new Query(types, caller, type)
                        .target(path)
                        .map(target -> new Manifest.Through(target.field().references(), path))
                        .orElse(null);
    }

    private boolean isVisible(String name) {
        return type.field(name)
                .filter(field -> Query.isVisible(caller, type, field))
                .isPresent();
    }

    private Manifest.Board board(Board board) {
        return new Manifest.Board(
                board.field(),
                type.name() + ".board." + board.field(),
                board.filter(),
                board.columns(),
                board.course(),
                board.per(),
                board.roles(),
                board.perFilter(),
                board.sum(),
                board.weight(),
                board.stale(),
                board.place(),
                Stream.of(board.verbs()).filter(this::may).toList());
    }

    private List<String> columns() {
        return layouts.stream()
                .filter(layout -> layout.when() == null && !layout.columns().isEmpty())
                .map(Layout::columns)
                .findFirst()
                .orElseGet(() -> Stream.of(type.declaration().columns())
                        .filter(this::isVisible)
                        .toList());
    }

    private Map<String, Boolean> actions() {
        Map<String, Boolean> actions = new TreeMap<>();
        Stream.of(Action.CREATE, Action.EDIT, Action.DELETE, Action.ASSIGN, Action.EXPORT, Action.IMPORT)
                .forEach(action -> actions.put(action, may(action)));
        actions.put("merge", type.declaration().mergeable() && may(Action.EDIT) && may(Action.DELETE));
        return actions;
    }

    private boolean may(String action) {
        return !type.isBarred(action) && caller.level(type.name(), action) != Level.NONE;
    }

    private Field field(DeclaredField field) {
        boolean writable = caller.access(type.name(), field.name()) == FieldAccess.EDIT;
        DeclaredField inForce = caller.has(OwnField.FEATURE) ? field : field.tightened(Condition.OfField.NONE);
        return described(inForce, type.labelOf(field), field.readOnly() || !writable, narrowed);
    }

    private VerbForm verb(Verb<?, ?> verb) {
        String label = type.name() + ".verb." + verb.name();
        Set<String> chosen = verb instanceof ChoosingVerb<?, ?> choosing ? choosing.narrowed() : Set.of();
        List<Field> fields = TypeReading.input(verb.input()).values().stream()
                .filter(field ->
                        caller.has(field.feature()) && mayCreate(field.rules().creates()))
                .map(field -> described(field, label + "." + field.name(), false, chosen))
                .toList();
        return new VerbForm(
                verb.name(),
                label,
                true,
                verb.leading(),
                verb.aside(),
                verb instanceof ExchangingVerb,
                verb instanceof ProposingVerb,
                fields);
    }

    private boolean mayCreate(String made) {
        return made.isEmpty() || caller.level(made, Action.CREATE) != Level.NONE;
    }

    private Field described(DeclaredField field, String label, boolean readOnly, Set<String> asked) {
        boolean text = field.kind().isText();
        return new Field(
                field.name(),
                field.system() || field.isOwnership() ? "core.record." + field.name() : label,
                field.kind() == FieldKind.LINKED
                        ? FieldKind.REFERENCE.key()
                        : field.kind().key(),
                field.required(),
                readOnly,
                text ? field.rules().max() : null,
                finite(field.rules().from()),
                finite(field.rules().to()),
                choices(field, label),
                field.references().isEmpty() ? null : field.references(),
                field.rules().offered().isEmpty() ? null : field.rules().offered(),
                asked.contains(field.name()) ? true : null,
                field.rules().explains().isEmpty() ? null : field.rules().explains(),
                field.rules().group(),
                field.kind().isSortable(),
                true,
                field.searchable(),
                field.rules().personal(),
                field.divides() ? true : null,
                field.own().filter(OwnField::help).map(own -> label + ".help").orElse(null),
                field.own().map(OwnField::preset).map(FieldValues::written).orElse(null),
                field.isOwn() || field.isTightened() ? field.conditions() : null);
    }

    private List<Choice> choices(DeclaredField field, String label) {
        if (field.kind() == FieldKind.ROLES) {
            return roles.get();
        }
        return field.kind().isPoints()
                ? field.kinds().stream()
                        .map(kind -> new Choice(kind, "core.point." + kind))
                        .toList()
                : field.choices().stream()
                        .map(value -> new Choice(value, field.labelOf(value, label)))
                        .toList();
    }

    private static Double finite(double bound) {
        return Double.isInfinite(bound) ? null : bound;
    }
}
