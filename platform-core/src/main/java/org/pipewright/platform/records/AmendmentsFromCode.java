package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.records.Amendments;

/** Changes that module code makes as the caller. */
@ApplicationScoped
class AmendmentsFromCode implements Amendments {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RecordWriting writing;

    @Inject
    CallerBinding callers;

    @Override
    public boolean areAllowed(String recordType, UUID id) {
        DeclaredType type = types.named(recordType).orElseThrow();
        return callers.caller().has(type.feature())
                && callers.caller().level(recordType, Action.EDIT) != Level.NONE
                && reading.allows(type, id, Action.VIEW)
                && reading.allows(type, id, Action.EDIT);
    }

    @Override
    public void make(String recordType, UUID id, JsonObject members) {
        writing.change(types.named(recordType).orElseThrow(), id, members, Optional.empty());
    }
}
