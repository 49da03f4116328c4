package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.transaction.Transactional;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.history.History;

/** One log-in in the history of one organisation, in a transaction of its own. */
@ApplicationScoped
class LogInNoted {

    @Inject
    History history;

    @Inject
    CallerBinding callers;

    @Transactional
    void note() {
        history.record("core.member", null, callers.caller().name(), "log-in", JsonArray.EMPTY_JSON_ARRAY);
    }
}
