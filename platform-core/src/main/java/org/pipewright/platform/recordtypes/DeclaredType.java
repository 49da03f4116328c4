package org.pipewright.platform.recordtypes;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordType;

/**
 * A record type as it was declared on its entity.
 *
 * @param module id of the module that brings it
 * @param entity the JPA entity
 * @param declaration the annotation
 * @param table qualified table name
 * @param fieldsByName fields in declaration order, system fields last
 * @param whole whether the fields are all there is in a record, so that a row of them makes one
 * @param host record type these are parts of
 * @param beside fields that modules give its records though they keep the values in tables of their own, and links of
 *     its records to others
 */
public record DeclaredType(
        String module,
        Class<? extends CrmRecord> entity,
        RecordType declaration,
        String table,
        Map<String, DeclaredField> fieldsByName,
        boolean whole,
        Optional<DeclaredType> host,
        List<DeclaredField> beside) {

    private static final Set<String> WRITING =
            Set.of(Action.CREATE, Action.EDIT, Action.DELETE, Action.ASSIGN, Action.SHARE, Action.IMPORT);

    /** Actions that mean the same for a part as for its host; any other changes the host. */
    private static final Set<String> ON_HOST = Set.of(Action.VIEW, Action.EXPORT, Action.IMPORT);

    public String name() {
        return declaration.name();
    }

    public String path() {
        return declaration.path();
    }

    public String feature() {
        return declaration.feature();
    }

    /** Whether records have an owner and a team. */
    public boolean owned() {
        return OwnedRecord.class.isAssignableFrom(entity);
    }

    /** Whether records can be divided up by criteria. */
    public boolean isAssignable() {
        return declaration.assignable();
    }

    /** Criteria of the records with which not all is decided yet, empty for all. */
    public String undecided() {
        return declaration.undecided().isEmpty() ? declaration.open() : declaration.undecided();
    }

    /** Whether records are entries of a list the tenant keeps. */
    public boolean isCatalogue() {
        return CatalogueEntry.class.isAssignableFrom(entity);
    }

    /** Whether records have names in several languages. */
    public boolean isTranslatable() {
        return isCatalogue() || declaration.translatable();
    }

    /** Whether records are parts of others. */
    public boolean isPart() {
        return host.isPresent();
    }

    /** Whether its records go with what they refer to there: as parts do, and links between others. */
    public boolean goesWith(DeclaredField field) {
        return isPart() ? field.equals(hostField()) : declaration.link() && field.required();
    }

    /** The field that refers to the host of a part. */
    public DeclaredField hostField() {
        return fieldsByName.get(declaration.partOf());
    }

    /** What somebody must be allowed to do to the host to do that to a part. */
    public static String actionOnHost(String action) {
        return ON_HOST.contains(action) ? action : Action.EDIT;
    }

    /** The same type as parts of that one. */
    DeclaredType partOf(DeclaredType other) {
        return new DeclaredType(module, entity, declaration, table, fieldsByName, whole, Optional.of(other), beside);
    }

    /** Where in a row {@code t} the day stands that settles what its amounts are worth, if there is such a day. */
    public Optional<String> settledOn() {
        return host.map(whole -> whole.settlingColumn()
                        .map(day -> "(select h." + day + " from " + whole.table() + " h where h.tenant_id = t.tenant_id"
                                + " and h.id = t." + hostField().column() + ")"))
                .orElseGet(() -> settlingColumn().map(day -> "t." + day));
    }

    private Optional<String> settlingColumn() {
        return field(declaration.settledOn()).map(DeclaredField::column);
    }

    /** The same type with fields that a tenant added; they stand before those the core sets. */
    public DeclaredType with(Collection<DeclaredField> added) {
        Map<String, DeclaredField> all = new LinkedHashMap<>();
        fields().stream().filter(field -> !field.system()).forEach(field -> all.put(field.name(), field));
        added.forEach(field -> all.put(field.name(), field));
        fieldsByName.forEach(all::putIfAbsent);
        return new DeclaredType(module, entity, declaration, table, all, whole, host, beside);
    }

    /** The same type with fields beside its own; of a name that it has already it keeps its own. */
    DeclaredType beside(Stream<DeclaredField> others) {
        List<DeclaredField> added =
                others.filter(field -> !fieldsByName.containsKey(field.name())).toList();
        return new DeclaredType(module, entity, declaration, table, fieldsByName, whole, host, added);
    }

    /** The same type without the fields that name what stands beside other records, but with those that are found. */
    DeclaredType naming(Function<DeclaredField, Optional<DeclaredField>> found) {
        Map<String, DeclaredField> all = new LinkedHashMap<>();
        fieldsByName.forEach(
                (name, field) -> (field.rules().beside().isEmpty() ? Optional.of(field) : found.apply(field))
                        .ifPresent(known -> all.put(name, known)));
        boolean complete = whole && all.size() == fieldsByName.size();
        return new DeclaredType(module, entity, declaration, table, all, complete, host, beside);
    }

    /** The same type with links to others, which criteria may ask for where the type has no field of that name. */
    DeclaredType linked(Stream<DeclaredField> links) {
        List<DeclaredField> added = Stream.concat(
                        beside.stream(), links.filter(link -> !fieldsByName.containsKey(link.name())))
                .toList();
        return new DeclaredType(module, entity, declaration, table, fieldsByName, whole, host, added);
    }

    /** What criteria may ask for though records do not tell it: what they are linked to. */
    public List<DeclaredField> links() {
        return beside.stream().filter(DeclaredField::isLink).toList();
    }

    private Stream<DeclaredField> told() {
        return beside.stream().filter(field -> !field.isLink());
    }

    /** Key of the text for a field; what stands beside records brings its own. */
    public String labelOf(DeclaredField field) {
        return field.rules() instanceof BesideRules rules ? rules.label() : name() + "." + field.name();
    }

    /** Fields people and programs read: its own and those beside them. */
    public List<DeclaredField> shown() {
        return Stream.concat(fields().stream(), told()).toList();
    }

    /** The same type with conditions that a tenant has for fields of the code, by name; those that are not there are left out. */
    public DeclaredType tightened(Map<String, Condition.OfField> conditions) {
        Map<String, DeclaredField> all = new LinkedHashMap<>(fieldsByName);
        conditions.forEach(
                (name, condition) -> all.computeIfPresent(name, (same, field) -> field.tightened(condition)));
        return new DeclaredType(module, entity, declaration, table, all, whole, host, beside);
    }

    /** The same type with a field that is reckoned by a formula. */
    public DeclaredType reckoned(String name, Formula by) {
        Map<String, DeclaredField> all = new LinkedHashMap<>(fieldsByName);
        all.computeIfPresent(name, (same, field) -> field.reckoned(by));
        return new DeclaredType(module, entity, declaration, table, all, whole, host, beside);
    }

    /** Whether a tenant may have conditions for the field: people fill it in, and nothing else does. */
    public boolean canBeTightened(DeclaredField field) {
        return !(field.isOwn()
                || field.readOnly()
                || field.isOwnership()
                || field.isBeside()
                || isPlace(field)
                || !field.rules().explains().isEmpty());
    }

    /** Fields that a tenant added. */
    public List<DeclaredField> own() {
        return fields().stream().filter(DeclaredField::isOwn).toList();
    }

    /** Whether the field only keeps where cards stand on a board, which is nothing to read. */
    public boolean isPlace(DeclaredField field) {
        return Stream.of(declaration.boards()).anyMatch(board -> board.place().equals(field.name()));
    }

    /** Whether tenants may add fields: to what has a list of its own in the menu, not to parts, settings and catalogues. */
    public boolean isExtensible() {
        return !(isPart()
                || isCatalogue()
                || declaration.kept()
                || declaration.menu().isEmpty()
                || declaration.menu().equals("settings"));
    }

    /** A new record of the type, with nothing in it. */
    public CrmRecord newRecord() {
        try {
            var constructor = entity.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(entity + " needs a constructor without parameters", e);
        }
    }

    public Collection<DeclaredField> fields() {
        return fieldsByName.values();
    }

    /** The field of that name. */
    public Optional<DeclaredField> field(String name) {
        return Optional.ofNullable(fieldsByName.get(name));
    }

    /** What lists show, filter and export under that name: a field, or what is kept beside the records, such as tags. */
    public Optional<DeclaredField> listed(String name) {
        return Stream.concat(Stream.of(TypeReading.TAGS), told())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .or(() -> field(name));
    }

    /** What filters may name: what lists show, the id, and what records are linked to. */
    public Optional<DeclaredField> compared(String name) {
        return Stream.concat(Stream.of(TypeReading.ID), links().stream())
                .filter(field -> field.name().equals(name))
                .findFirst()
                .or(() -> listed(name));
    }

    /** The field that names a record to people. */
    public DeclaredField title() {
        return fieldsByName.get(declaration.title());
    }

    /** Fields that callers may write. */
    public List<DeclaredField> writable() {
        return fields().stream().filter(field -> !field.readOnly()).toList();
    }

    /** Whether nobody may do the standard action, because only the module writes the records. */
    public boolean isBarred(String action) {
        return declaration.kept() && WRITING.contains(action);
    }

    /** Fields that refer to records of the type. */
    public List<DeclaredField> referencesTo(String recordType) {
        return fields().stream()
                .filter(field -> field.kind() == FieldKind.REFERENCE
                        && field.references().equals(recordType))
                .toList();
    }
}
