package org.pipewright.platform.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.transaction.Transactional;

/**
 * Says in the history that somebody took a list as a file, before the first row leaves. By what it was filtered is not
 * told: that may name a person whose data is erased one day.
 */
@ApplicationScoped
@Transactional
public class ExportNote {

    @Inject
    History history;

    /** @param subject record type, or what else was taken */
    public void taken(String subject) {
        history.record(subject, null, "", "export-list", JsonArray.EMPTY_JSON_ARRAY);
    }
}
