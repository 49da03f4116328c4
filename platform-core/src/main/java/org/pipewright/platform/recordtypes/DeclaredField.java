package org.pipewright.platform.recordtypes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.FieldBeside;
import org.pipewright.platform.spi.records.OwnValues;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.texts.Language;

/**
 * A field of a record type as it was declared.
 *
 * @param name in REST
 * @param column in the database, for money the first of {@code c}, {@code c_currency}, {@code c_base}; of a field that a
 *     tenant added the expression that finds its value
 * @param kind of its values
 * @param rules the declaration
 * @param attribute of the entity or component of a verb's input
 * @param system whether the core sets it
 * @param own what there is to it when a tenant added it
 * @param lookup where its values stand when that is a table of another module; else empty
 * @param conditions of the tenant, under which it is required, shown or read-only
 */
public record DeclaredField(
        String name,
        String column,
        FieldKind kind,
        Field rules,
        Attribute attribute,
        boolean system,
        Optional<OwnField> own,
        Optional<Lookup> lookup,
        Condition.OfField conditions) {

    /** A column that a function is given. */
    private static final Pattern ARGUMENT = Pattern.compile("(?<=[(,] ?)\\w+");

    /** Where a further word begins in the name of a type. */
    private static final Pattern WORD = Pattern.compile("-(\\w)");

    /** Column of the values of fields that tenants added. */
    private static final String OWN = "own";

    /** A field of the code. */
    public DeclaredField(String name, String column, FieldKind kind, Field rules, Attribute attribute, boolean system) {
        this(name, column, kind, rules, attribute, system, Optional.empty(), Optional.empty(), Condition.OfField.NONE);
    }

    /** A field that a tenant added. */
    public static DeclaredField added(
            String name, FieldKind kind, OwnField.Rules rules, OwnField own, Condition.OfField conditions) {
        return new DeclaredField(
                name,
                OwnValue.sql(kind, OWN, name),
                kind,
                rules,
                new Attribute(OwnValue.type(kind), null),
                false,
                Optional.of(own),
                Optional.empty(),
                conditions);
    }

    /** The same field of the code with conditions of a tenant. */
    public DeclaredField tightened(Condition.OfField others) {
        return new DeclaredField(name, column, kind, rules, attribute, system, own, lookup, others);
    }

    /** The same field of a tenant, reckoned by a formula. */
    public DeclaredField reckoned(Formula by) {
        return new DeclaredField(
                name, column, kind, rules, attribute, system, own.map(field -> field.reckoned(by)), lookup, conditions);
    }

    /** Whether it says a currency, and a new one is to be among those the organisation works in (S-CUR-01). */
    public boolean isOfOfferedCurrencies() {
        return kind == FieldKind.CURRENCY && rules.format() == Field.Format.CURRENCY;
    }

    private Optional<Formula> formula() {
        return own.flatMap(OwnField::formula);
    }

    /** Names of the fields without which nobody sees it, since it is made of them. */
    public Set<String> madeOf() {
        return formula().map(Formula::uses).orElse(Set.of());
    }

    /** Whether the tenant has conditions for it. */
    public boolean isTightened() {
        return !conditions.equals(Condition.OfField.NONE);
    }

    /** A field whose values stand in a table of another module. */
    static DeclaredField beside(FieldBeside field) {
        return new DeclaredField(
                field.name(),
                field.valueColumn(),
                FieldKind.REFERENCE,
                BesideRules.of(field),
                new Attribute(UUID.class, null),
                false,
                Optional.empty(),
                Optional.of(new Lookup(field.table(), field.recordColumn(), field.valueColumn())),
                Condition.OfField.NONE);
    }

    /** What records are linked to: records of a type, of which there may be several. */
    static DeclaredField link(LinksBeside links, DeclaredType to) {
        return new DeclaredField(
                simpleName(to.name()),
                "id",
                FieldKind.LINKED,
                BesideRules.of(to),
                new Attribute(UUID.class, null),
                false,
                Optional.empty(),
                Optional.of(new Lookup(links.table(), links.recordColumn(), "record_id")),
                Condition.OfField.NONE);
    }

    /** {@code sales.loss-reason} is called {@code lossReason}. */
    private static String simpleName(String recordType) {
        return WORD.matcher(recordType.substring(recordType.lastIndexOf('.') + 1))
                .replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
    }

    /** Whether it is what records are linked to, which only criteria ask for. */
    boolean isLink() {
        return kind == FieldKind.LINKED;
    }

    /** The same field with what is to be said of the values it names, which stand beside other records. */
    DeclaredField naming(FieldBeside field) {
        return new DeclaredField(name, column, FieldKind.REFERENCE, BesideRules.of(field, rules), attribute, system);
    }

    /** A table of another module with at most one row for each record, unless it tells what records are linked to. */
    public record Lookup(String table, String record, String value) {

        /** The value for the row of that alias. */
        String in(String alias) {
            return "(select beside." + value + " from " + table + " beside where beside.tenant_id = " + alias
                    + ".tenant_id and beside." + record + " = " + alias + ".id)";
        }

        /** Condition for rows of that alias whose value is the one given as a parameter; it can be answered by an index. */
        public String narrowed(String alias, String values) {
            return alias + ".id in (select beside." + record + " from " + table + " beside where beside." + value + " "
                    + values + ")";
        }
    }

    /** Whether its values stand in a table of another module. */
    public boolean isBeside() {
        return lookup.isPresent();
    }

    /** Whether modules divide records up by its values, so that figures are told for some of them (S-DASH-04). */
    public boolean divides() {
        return rules instanceof BesideRules beside && beside.divides();
    }

    /** The same field in rows of a selection that has its value as a column, as {@link #as} made it. */
    public DeclaredField selectedAs() {
        return isBeside() || formula().isPresent()
                ? new DeclaredField(
                        name,
                        column,
                        kind,
                        rules,
                        attribute,
                        system,
                        own.map(OwnField::filledIn),
                        Optional.empty(),
                        conditions)
                : this;
    }

    /** Whether a tenant added it. */
    public boolean isOwn() {
        return own.isPresent();
    }

    /** SQL for the value in rows of that alias; of money for its amount. */
    public String in(String alias) {
        if (formula().isPresent()) {
            return formula().get().in(alias);
        } else if (isBeside()) {
            return lookup.get().in(alias);
        } else if (isReckoned()) {
            return ARGUMENT.matcher(rules.reckonedBy()).replaceAll(alias + ".$0");
        }
        return isOwn() ? OwnValue.sql(kind, alias + "." + OWN, name) : alias + "." + column;
    }

    /** SQL for the currency of an amount in rows of that alias. */
    public String currencyIn(String alias) {
        return isOwn() ? OwnValue.currency(alias + "." + OWN, name) : alias + "." + column("currency");
    }

    /** SQL for a file, as JSON, in rows of that alias. */
    public String fileIn(String alias) {
        return OwnValue.file(alias + "." + OWN, name);
    }

    /** SQL for an amount in the tenant's currency in rows of that alias. */
    public String baseIn(String alias) {
        return isOwn() ? OwnValue.base(alias + "." + OWN, name) : alias + "." + column("base");
    }

    /** SQL that sets the reference in a row to an id given as a parameter. */
    public String assignment() {
        return isOwn() ? OWN + " = jsonb_set(" + OWN + ", '{" + name + "}', to_jsonb(?::text))" : column + " = ?";
    }

    /** Selects the expression in such a way that {@link #in} finds it as the field's value in what was selected. */
    public String as(String expression) {
        return isOwn()
                ? "jsonb_build_object('" + name + "', " + expression + ") as " + OWN
                : expression + " as " + column;
    }

    /** Name of the column in what was selected by {@link #as}. */
    public String selected() {
        return isOwn() ? OWN : column;
    }

    /** SQL for what was selected by {@link #as}, whatever it is, as text in rows of that alias. */
    public String selectedIn(String alias) {
        return (isOwn() ? "(" + alias + "." + OWN + " ->> '" + name + "')" : alias + "." + column) + "::text";
    }

    /** A field of the record whose value stands in the criteria of what may be chosen. */
    public static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    /** Where the value is kept in Java. */
    public record Attribute(Class<?> type, java.lang.reflect.Field field) {}

    /** The column of a part of an amount: {@code currency}, or {@code base} for its value in the tenant's currency. */
    public String column(String part) {
        return column.replaceFirst("_amount$", "_" + part);
    }

    /** What a choice is among: names of constants, or codes of the languages there are. */
    public List<String> choices() {
        if (isOwn()) {
            return own.get().choices();
        } else if (isLanguage()) {
            return Language.spoken().stream().map(Language::code).toList();
        }
        return kind == FieldKind.CHOICE
                ? Arrays.stream(attribute.type().getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .toList()
                : List.of();
    }

    /** Whether its values are languages of the product. */
    public boolean isLanguage() {
        return rules.format() == Field.Format.LANGUAGE;
    }

    /** Key of the text for one of its choices, in a type where the field's own label has that key. */
    public String labelOf(String choice, String label) {
        return isLanguage() ? Language.of(choice).key() : label + "." + choice;
    }

    /** One of its choices as its attribute holds it. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Object chosen(String choice) {
        return attribute.type().isEnum() ? Enum.valueOf((Class<? extends Enum>) attribute.type(), choice) : choice;
    }

    /** Kinds its contact points may have; empty for other fields. */
    public List<String> kinds() {
        return PointParts.kinds(kind);
    }

    /** The parts of its contact points, each like a field of its own; empty for other fields. */
    public List<DeclaredField> parts() {
        return PointParts.of(this);
    }

    public String references() {
        return rules.references();
    }

    /** Names of the fields on whose values it depends what may be chosen. */
    public Set<String> offeredBy() {
        return PLACE.matcher(rules.offered())
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toSet());
    }

    /** Criteria of the records that keep what it refers to from the bin; empty for none. */
    public String keeps() {
        return rules.keeps();
    }

    public boolean required() {
        return rules.required();
    }

    /** Whether callers may not write it. */
    public boolean readOnly() {
        return system || rules.readOnly() || isReckoned();
    }

    /** Whether it says to whom the record belongs: who writes it needs the right to assign. */
    public boolean isOwnership() {
        return !isOwn() && !isBeside() && attribute.field().getDeclaringClass() == OwnedRecord.class;
    }

    /** Whether the database reckons it whenever it is read. */
    public boolean isReckoned() {
        return !rules.reckonedBy().isEmpty() || formula().isPresent();
    }

    public boolean searchable() {
        return rules.searchable();
    }

    public String feature() {
        return rules.feature();
    }

    /** Capability without which nobody sees it, or empty. */
    public String capability() {
        return rules.capability();
    }

    /** The field's value in an entity. */
    public Object valueIn(Object entity) {
        if (isOwn()) {
            OwnValues values = ((CrmRecord) entity).own();
            return values == null || isReckoned() ? null : OwnValue.read(kind, values.value(name));
        }
        try {
            return attribute.field().get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sets the field's value in an entity. */
    public void setIn(Object entity, Object value) {
        if (isOwn()) {
            CrmRecord record = (CrmRecord) entity;
            if (isReckoned()) {
                return;
            }
            record.own(OwnValues.with(record.own(), name, OwnValue.written(value)));
            return;
        }
        try {
            attribute.field().set(entity, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
