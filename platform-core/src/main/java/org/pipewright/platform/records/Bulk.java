package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.records.BulkResult.Failure;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.errors.Refusal;

/** Does the same to many records and tells what became of each. */
@ApplicationScoped
class Bulk {

    private static final int MOST = 10_000;

    @Inject
    OneRecord one;

    BulkResult apply(DeclaredType type, BulkRequest request) {
        requireOneDeed(request);
        List<Failure> failed = new ArrayList<>();
        List<UUID> ids = ids(type, request);
        ids.forEach(id -> apply(type, id, request, failed));
        return new BulkResult(ids.size() - failed.size(), failed);
    }

    private static void requireOneDeed(BulkRequest request) {
        boolean restore = Boolean.TRUE.equals(request.restore());
        boolean delete = Boolean.TRUE.equals(request.delete());
        long deeds = Stream.of(
                        request.change() != null, request.verb() != null, request.tags() != null, delete, restore)
                .filter(given -> given)
                .count();
        if (deeds != 1 || (request.ids() == null && request.filter() == null)) {
            throw InvalidFields.refusal(deeds == 1 ? "ids" : "change", "required");
        }
        if (restore && request.ids() == null) {
            throw InvalidFields.refusal("ids", "required");
        }
        if (request.ids() != null && (request.filter() != null || request.q() != null)) {
            throw InvalidFields.refusal(request.filter() != null ? "filter" : "q", "invalid");
        }
    }

    private List<UUID> ids(DeclaredType type, BulkRequest request) {
        List<UUID> ids = request.ids() != null ? request.ids() : one.matching(type, request, MOST + 1);
        if (ids.size() > MOST) {
            throw Refusal.of(CoreErrorCode.QUOTA_EXCEEDED, String.valueOf(MOST));
        }
        return ids;
    }

    private void apply(DeclaredType type, UUID id, BulkRequest request, List<Failure> failed) {
        try {
            one.apply(type, id, request);
        } catch (Refusal refusal) {
            failed.add(new Failure(id.toString(), refusal.code().slug(), refusal.errors()));
        }
    }
}
