package org.pipewright.sales.opportunities;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.sales.SalesErrorCode;

/** Which fields a decision locks, and which more being closed locks (S-OPP-11, S-CLOSE-04). */
final class Locks {

    private static final Set<String> DECIDED = Set.of(
            "account",
            "contact",
            "amount",
            "status",
            "kind",
            "stage",
            "winReason",
            "probability",
            "product",
            "actualClose",
            "closeRevenue",
            "lossReason",
            "lossNote");

    private static final Set<String> CLOSED = Set.of(
            "name",
            "expectedClose",
            "nextStep",
            "nextStepOn",
            "need",
            "proposedSolution",
            "channel",
            "sourceUser",
            "sourcePartner",
            "sourceContact",
            "sourceActivity",
            "engagedOn",
            "externalId");

    private Locks() {}

    /** Refuses a change of what is locked. A gap of historical data may be filled. */
    static void require(Opportunity opportunity, Change change) {
        if (change.created() || !opportunity.isDecided() || opportunity.passage() == Passage.CORRECTION) {
            return;
        }
        List<String> gaps = opportunity
                .missing()
                .map(names -> Arrays.asList(names.split(",")))
                .orElse(List.of());
        List<FieldError> touched = locked(opportunity)
                .filter(change::touches)
                .filter(field -> !(gaps.contains(field) && isEmpty(change, field)))
                .sorted()
                .map(field -> new FieldError(field, "locked", "sales.violation.locked"))
                .toList();
        if (!touched.isEmpty()) {
            throw new Refusal(SalesErrorCode.OPPORTUNITY_DECIDED, Map.of(), touched);
        }
    }

    private static boolean isEmpty(Change change, String field) {
        return change.before(field).isEmpty();
    }

    private static Stream<String> locked(Opportunity opportunity) {
        return opportunity.isClosed() ? Stream.concat(DECIDED.stream(), CLOSED.stream()) : DECIDED.stream();
    }
}
