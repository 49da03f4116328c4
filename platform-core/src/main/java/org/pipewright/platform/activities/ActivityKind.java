package org.pipewright.platform.activities;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.activities.ActivityForm;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** A kind of activities of the tenant's list, such as a demo, which is a meeting (S-ACT-08). */
@Entity
@Table(schema = "core", name = "activity_kind")
@RecordType(
        name = ActivityKind.NAME,
        path = "activity-kinds",
        title = "name",
        feature = Activity.FEATURE,
        columns = {"name", "form", "active", "position", "standard"},
        sort = "position",
        menu = "settings",
        order = 110,
        icon = "list",
        importable = false)
public class ActivityKind extends CatalogueEntry {

    static final String NAME = "core.activity-kind";

    private static final int STEP = 10;

    @Field(required = true)
    @Enumerated(EnumType.STRING)
    private ActivityForm form;

    @Field(readOnly = true)
    private boolean standard;

    protected ActivityKind() {}

    /** The kind of a form that every tenant has. */
    private ActivityKind(ActivityForm form, String name) {
        super(name, (form.ordinal() + 1) * STEP);
        this.form = form;
        this.standard = true;
    }

    static ActivityKind standard(ActivityForm form, String name) {
        return new ActivityKind(form, name);
    }

    /** A call does not become a meeting by the way. */
    @Override
    public boolean standsInFor(CatalogueEntry other) {
        return form == ((ActivityKind) other).form;
    }

    boolean isStandard() {
        return standard;
    }
}
