package org.pipewright.sales.sources;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** A way in which customers come, which says what kind of source there is behind it (S-SRC-01). */
@Entity
@Table(schema = "sales", name = "channel")
@RecordType(
        name = Channel.NAME,
        path = "channels",
        title = "name",
        feature = Channel.FEATURE,
        columns = {"name", "impactType", "position", "active"},
        sort = "position",
        menu = "settings",
        order = 260,
        icon = "list",
        importable = false)
class Channel extends CatalogueEntry {

    static final String NAME = "sales.channel";
    static final String FEATURE = "sales.lead-sources";

    /** Who or what makes itself felt through a channel. */
    enum Impact {
        NONE,
        USER,
        PARTNER,
        CONTACT,
        ACTIVITY
    }

    @Field
    @Enumerated(EnumType.STRING)
    private Impact impactType;

    @Field(format = Field.Format.MULTILINE, max = 4000)
    private String details;

    protected Channel() {}

    Channel(String name, Impact impactType, int position) {
        super(name, position);
        this.impactType = impactType;
    }

    /** Nobody is credited unless told otherwise. */
    void settle() {
        impactType = impactType == null ? Impact.NONE : impactType;
    }

    Impact impactType() {
        return impactType;
    }
}
