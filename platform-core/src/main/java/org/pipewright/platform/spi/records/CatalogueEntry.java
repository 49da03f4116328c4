package org.pipewright.platform.spi.records;

import jakarta.persistence.MappedSuperclass;

/**
 * An entry of a list that the tenant keeps, such as its loss reasons. The core puts a new entry behind the others, lets
 * a retired one stay with the records that have it and be given to no other, and refuses to delete one that any record
 * refers to unless another one is named in its place. Its table takes {@code like platform.catalogue_entry} and ends with {@code platform.catalogue_table}.
 */
@MappedSuperclass
public abstract class CatalogueEntry extends CrmRecord {

    /** Where the entries begin that stay behind all that are added later, such as "other". */
    public static final int LAST = 1000;

    private static final int STEP = 10;

    @Field(required = true, max = 100, searchable = true)
    private String name;

    @Field(from = 0, to = 100_000)
    private Integer position;

    @Field
    private boolean active = true;

    protected CatalogueEntry() {}

    /** An entry at a place of its own. */
    protected CatalogueEntry(String name, int position) {
        this.name = name;
        this.position = position;
    }

    public String name() {
        return name;
    }

    /** Whether records may still be given it. */
    public boolean isActive() {
        return active;
    }

    /**
     * Whether records that have the other entry, which is to be deleted, may get this one in its place. Asked before
     * anything is moved; an entry with a meaning of its own refuses what would change what its records are.
     */
    public boolean standsInFor(CatalogueEntry other) {
        return true;
    }

    /** Called by the core: an entry without a place stands behind the others. */
    public final void placeBehind(int greatest) {
        if (position == null) {
            position = greatest + STEP;
        }
    }
}
