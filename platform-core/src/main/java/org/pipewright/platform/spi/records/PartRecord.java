package org.pipewright.platform.spi.records;

import jakarta.persistence.MappedSuperclass;

/**
 * A record that is part of another one, its host, such as a line of a document; see {@link RecordType#partOf}. It has a
 * place among its host's parts of the same type, which the core keeps.
 */
@MappedSuperclass
public abstract class PartRecord extends CrmRecord {

    private Integer position;

    /** Place among the parts of its type, counted from one; null while it has none. */
    public Integer position() {
        return position;
    }

    /** Called by the core on a copy for another host: drops what holds only for the first one. */
    public void renew() {}

    /** Called by the core when the part is given its place. */
    public final void standAt(int place) {
        position = place;
    }
}
