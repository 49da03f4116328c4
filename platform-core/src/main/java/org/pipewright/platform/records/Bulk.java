package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.Failures;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.records.BulkResult.Failure;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.rest.ProblemDocuments;
import org.pipewright.platform.spi.errors.Refusal;

/** Does the same to many records and tells what became of each. */
@ApplicationScoped
class Bulk {

    private static final int MOST = 10_000;

    @Inject
    BulkTargets targets;

    @Inject
    OneRecord one;

    @Inject
    ProblemDocuments problems;

    /** Texts of the answer are in that language. */
    BulkResult apply(DeclaredType type, BulkRequest request, Locale language) {
        requireOneDeed(request);
        List<UUID> ids = ids(type, request);
        Map<UUID, Refusal> refused = new LinkedHashMap<>();
        ids.forEach(id -> apply(type, id, request, refused));
        if (Boolean.TRUE.equals(request.restore())) {
            restoreBelow(type, request, refused);
        }
        Map<UUID, String> titles = targets.titles(type, refused.keySet());
        List<Failure> failed = refused.entrySet().stream()
                .map(each -> failure(each.getKey(), titles.get(each.getKey()), each.getValue(), language))
                .toList();
        return new BulkResult(ids.size() - failed.size(), failed);
    }

    private Failure failure(UUID id, String title, Refusal refusal, Locale language) {
        return new Failure(
                id.toString(),
                title,
                refusal.code().slug(),
                problems.title(refusal, language),
                problems.told(refusal.errors(), language));
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
        List<UUID> ids = request.ids() != null
                ? List.copyOf(new LinkedHashSet<>(request.ids()))
                : targets.matching(type, request, MOST + 1);
        if (ids.size() > MOST) {
            throw Refusal.of(CoreErrorCode.QUOTA_EXCEEDED, String.valueOf(MOST));
        }
        return ids;
    }

    /** What lacked a parent is tried again as long as parents come back with the others. */
    private void restoreBelow(DeclaredType type, BulkRequest request, Map<UUID, Refusal> refused) {
        int before;
        do {
            before = refused.size();
            List<UUID> again = refused.entrySet().stream()
                    .filter(each -> each.getValue().code() == CoreErrorCode.PARENT_BINNED)
                    .map(Map.Entry::getKey)
                    .toList();
            refused.keySet().removeAll(again);
            again.forEach(id -> apply(type, id, request, refused));
        } while (refused.size() < before);
    }

    private void apply(DeclaredType type, UUID id, BulkRequest request, Map<UUID, Refusal> refused) {
        try {
            one.apply(type, id, request);
        } catch (RuntimeException failure) {
            refused.put(id, Failures.refusal(failure).orElseThrow(() -> failure));
        }
    }
}
