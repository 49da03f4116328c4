package org.pipewright.platform.spi.forms;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/**
 * The public forms of a module, as a CDI bean (S-LEAD-08). The core serves them as pages, as frames in other sites and
 * over REST, keeps robots out, asks for the confirmation by mail and takes each submission once. Called inside a
 * transaction with the tenant bound and the tenant itself acting.
 */
public interface PublicForms {

    /** The form of that id, if it is one of the module's, not in the bin and open. */
    Optional<PublicForm> withId(UUID id);

    /**
     * Makes what somebody's answers become.
     *
     * @param form id of the form
     * @param answers members of the form's record type as REST takes them, checked one by one
     * @param arrival where the person came from
     * @return id of the record
     */
    UUID take(UUID form, JsonObject answers, Arrival arrival);
}
