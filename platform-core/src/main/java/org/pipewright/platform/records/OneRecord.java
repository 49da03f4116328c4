package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.records.Origin;

/** One record of a bulk change in a transaction of its own, so that one refusal does not undo the others. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class OneRecord {

    @Inject
    RecordWriting writing;

    @Inject
    VerbCalls verbs;

    @Inject
    RecordTags tags;

    @Inject
    CallerBinding callers;

    /** Does to the record what the request asks for. */
    public void apply(DeclaredType type, UUID id, BulkRequest request) {
        callers.from(Origin.BULK, () -> {
            if (request.change() != null) {
                writing.change(type, id, request.change(), Optional.empty());
            } else if (request.verb() != null) {
                JsonObject input = request.input() == null ? JsonObject.EMPTY_JSON_OBJECT : request.input();
                verbs.call(type, id, request.verb(), input, Optional.empty());
            } else if (request.tags() != null) {
                tags.change(type, id, request.tags());
            } else if (Boolean.TRUE.equals(request.restore())) {
                writing.restore(type, id, BinnedParents.Fate.ASK);
            } else {
                writing.delete(type, id, Optional.empty());
            }
            return null;
        });
    }
}
