package org.pipewright.platform.recordtypes;

import org.pipewright.platform.spi.records.Field;

/** What is to be said of a field whose values stand in a table of another module, in the form in which entities declare it. */
record BesideRules(String references, String label, String feature) implements Field {

    @Override
    public Class<Field> annotationType() {
        return Field.class;
    }

    @Override
    public boolean readOnly() {
        return true;
    }

    @Override
    public boolean required() {
        return false;
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
    public String explains() {
        return "";
    }

    @Override
    public String group() {
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
