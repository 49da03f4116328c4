package org.pipewright.platform.spi.records;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Makes, changes and copies parts from module code. Rights are not asked again. Use inside a transaction with a bound
 * tenant.
 */
public interface Parts {

    /** The parts of that type a host has, in their order. */
    <P extends PartRecord> List<P> of(Class<P> type, UUID host);

    /** Makes parts, many at once, with all that goes with making a record. */
    void add(List<? extends PartRecord> parts);

    /** Changes parts of one type, many at once: who reacts to it sees all of it written. */
    <P extends PartRecord> void change(List<P> parts, Consumer<P> change);

    /**
     * Gives a new host parts with the same content as those of another one: every field that callers may write.
     *
     * @param host record type of both
     * @param wanted which of its record types of parts are copied, by name
     */
    void copy(Class<? extends CrmRecord> host, UUID from, UUID to, Predicate<String> wanted);
}
