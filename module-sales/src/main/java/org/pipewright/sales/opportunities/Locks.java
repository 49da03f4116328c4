package org.pipewright.sales.opportunities;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Field;
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

    /**
     * What may still be said of a closed one, and whose it is. All other fields are locked, also those that tenants add
     * and those that are yet to be declared.
     */
    private static final Set<String> FREE = Set.of("comment", "owner", "team");

    /** What nobody writes: it follows from what was done. */
    private static final Set<String> FOLLOWING = following(Opportunity.class);

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
        List<FieldError> touched = change.fields().stream()
                .filter(field -> isLocked(opportunity, field))
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

    private static boolean isLocked(Opportunity opportunity, String field) {
        return opportunity.isClosed() ? !FREE.contains(field) && !FOLLOWING.contains(field) : DECIDED.contains(field);
    }

    /** Attributes of the class and those above it that are no fields to be filled in. */
    private static Set<String> following(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                .flatMap(each -> Arrays.stream(each.getDeclaredFields()))
                .filter(attribute -> Optional.ofNullable(attribute.getAnnotation(Field.class))
                        .filter(field -> !field.readOnly() && field.reckonedBy().isEmpty())
                        .isEmpty())
                .map(java.lang.reflect.Field::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
