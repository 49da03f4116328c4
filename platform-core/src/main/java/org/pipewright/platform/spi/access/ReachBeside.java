package org.pipewright.platform.spi.access;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * Lets members reach more records than the levels of their roles do, by a value that a module keeps beside records, as a
 * CDI bean: those who work in a territory those that are in it. It adds records where a role reaches some of a type, and
 * never raises none; it opens no field and no feature that is closed to the member, and nothing that its owner keeps to
 * himself. Who may view a record in this way may export it too, as far as the member may export any.
 */
public interface ReachBeside {

    /** Name of the {@link org.pipewright.platform.spi.records.FieldBeside} by whose values records are reached. */
    String field();

    /** Feature without which it has no effect. */
    String feature();

    /**
     * What somebody reaches. Asked when the rights of the member are read, at most every two seconds, in a transaction of
     * its own with the tenant bound; nobody acts yet.
     *
     * @param today of the tenant
     */
    Reached of(UUID member, LocalDate today);

    /**
     * Values of the field.
     *
     * @param viewed whose records the member may view
     * @param edited whose records the member may view and change
     */
    record Reached(Set<UUID> viewed, Set<UUID> edited) {

        public Reached {
            viewed = Set.copyOf(viewed);
            edited = Set.copyOf(edited);
        }
    }
}
