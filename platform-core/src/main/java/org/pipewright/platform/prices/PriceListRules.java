package org.pipewright.platform.prices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;

/** A list reckons like its parent, and no list stands above itself. */
@ApplicationScoped
class PriceListRules implements RecordRules<PriceList> {

    @Inject
    Records records;

    @Inject
    Sql sql;

    @Override
    public void check(PriceList list, Change change, Violations violations) {
        if (list.endsBeforeItBegins()) {
            violations.reject("validUntil", "before-begin", "core.violation.before-begin");
        }
        requireFixed("currency", change, violations);
        requireFixed("prices", change, violations);
        Optional<PriceList> parent = list.parent().flatMap(id -> records.withId(PriceList.class, id));
        if (change.touches("parent") && list.parent().isPresent()) {
            if (!change.created() && isBelow(list)) {
                violations.reject("parent", "cycle", "core.violation.cycle");
            } else if (list.currency() != null
                    && list.prices() != null
                    && parent.filter(above -> !above.reckonsLike(list)).isPresent()) {
                violations.reject("parent", "other-reckoning", "core.violation.other-reckoning");
            }
        }
    }

    /** Prices of the list would mean something else. */
    private static void requireFixed(String field, Change change, Violations violations) {
        if (!change.created() && change.touches(field)) {
            violations.reject(field, "fixed", "core.violation.fixed");
        }
    }

    /** Moves wait for each other: two at once could close a circle that neither sees. */
    private boolean isBelow(PriceList list) {
        sql.list(
                "select pg_advisory_xact_lock(hashtextextended('core.price_list.parent' || current_setting('pipewright.tenant'), 0))",
                row -> true);
        UUID parent = list.parent().orElseThrow();
        return sql.first(
                        "with recursive up as (select id, parent_id from core.price_list where id = ? "
                                + "union select l.id, l.parent_id from core.price_list l join up on l.id = up.parent_id) "
                                + "select 1 from up where id = ?",
                        row -> true,
                        parent,
                        list.id())
                .isPresent();
    }

    @Override
    public void requireDeletable(PriceList list) {
        if (list.isDefault()) {
            throw Refusal.of(CoreErrorCode.STANDARD_LIST, list.name());
        }
    }
}
