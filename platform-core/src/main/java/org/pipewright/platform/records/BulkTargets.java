package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Action;

/** The records a bulk request is about; read in transactions of their own, as the request itself has none. */
@ApplicationScoped
@Transactional
class BulkTargets {

    @Inject
    RecordReading reading;

    List<UUID> matching(DeclaredType type, BulkRequest request, int most) {
        return reading.ids(type, request.filter(), request.q(), Action.VIEW, most);
    }

    /** What those are called that the caller may view. */
    Map<UUID, String> titles(DeclaredType type, Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : reading.titles(type, ids);
    }
}
