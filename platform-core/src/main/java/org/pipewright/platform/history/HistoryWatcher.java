package org.pipewright.platform.history;

import java.util.Map;
import java.util.UUID;

/** Is told what was written into the history, as a CDI bean, inside the transaction of the change. */
public interface HistoryWatcher {

    /** Records that something happened to; by id their type, or what else was changed. */
    void changed(Map<UUID, String> records);
}
