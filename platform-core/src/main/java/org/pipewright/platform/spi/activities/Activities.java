package org.pipewright.platform.spi.activities;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes and reads activities from module code. Rights are not asked: the verb that calls was already allowed. Provided
 * by the core as a CDI bean; used inside a transaction with a bound tenant.
 */
public interface Activities {

    /** Makes an activity with its links, by the rules of any other write. Returns its id. */
    UUID add(NewActivity activity);

    /** Activities linked to the record itself that are not in the bin, soonest first. */
    List<LinkedActivity> of(String recordType, UUID record);

    /** Activities made for one of the purposes that are not in the bin, soonest first. */
    List<LinkedActivity> madeFor(Collection<String> purposes);

    /** The activity of that id, also one in the bin. */
    Optional<LinkedActivity> withId(UUID activity);

    /** Calls an activity off and says why; one that is off already has that reason then. */
    void callOff(UUID activity, String reason);

    /** Links an activity to one record more; nothing happens if it is linked already. */
    void link(UUID activity, LinkedRecord record);
}
