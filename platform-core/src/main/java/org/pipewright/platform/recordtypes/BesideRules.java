package org.pipewright.platform.recordtypes;

import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.FieldBeside;

/**
 * What is to be said of a field whose values stand in a table of another module, or that names such values as its own, in
 * the form in which entities declare it.
 *
 * @param divides whether records are divided up by it now
 */
record BesideRules(
        String references,
        String label,
        String feature,
        boolean readOnly,
        boolean required,
        String group,
        boolean divides)
        implements Field {

    /** Of a field beside the records of a type. */
    static BesideRules of(FieldBeside field) {
        return new BesideRules(
                field.references(), field.label(), field.feature(), true, false, "", !field.isOfClosed());
    }

    /** Of a field that names values of one. */
    static BesideRules of(FieldBeside field, Field declared) {
        return new BesideRules(
                field.references(),
                field.label(),
                field.feature(),
                declared.readOnly(),
                declared.required(),
                declared.group(),
                !field.isOfClosed());
    }

    /** Of links to the records of a type. */
    static BesideRules of(DeclaredType linked) {
        return new BesideRules(linked.name(), linked.name() + ".one", linked.feature(), true, false, "", false);
    }

    @Override
    public Class<Field> annotationType() {
        return Field.class;
    }

    @Override
    public int max() {
        return 0;
    }

    @Override
    public double from() {
        return Double.NEGATIVE_INFINITY;
    }

    @Override
    public double to() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public int decimals() {
        return 0;
    }

    @Override
    public Format format() {
        return Format.PLAIN;
    }

    @Override
    public String offered() {
        return "";
    }

    @Override
    public String keeps() {
        return "";
    }

    @Override
    public String reckonedBy() {
        return "";
    }

    @Override
    public boolean searchable() {
        return false;
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public String beside() {
        return "";
    }

    @Override
    public String explains() {
        return "";
    }

    @Override
    public String capability() {
        return "";
    }

    @Override
    public String creates() {
        return "";
    }
}
