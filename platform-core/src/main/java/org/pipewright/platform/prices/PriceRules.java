package org.pipewright.platform.prices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** A list says one price of a product for a quantity and a first day. */
@ApplicationScoped
class PriceRules implements RecordRules<Price> {

    @Inject
    Sql sql;

    @Override
    public void prepare(Price price) {
        price.fillGaps();
    }

    @Override
    public void check(Price price, Change change, Violations violations) {
        price.fillGaps();
        if (price.endsBeforeItBegins()) {
            violations.reject("validUntil", "before-begin", "core.violation.before-begin");
        }
        if (price.list() != null && price.product() != null && isTwice(price)) {
            violations.reject("fromQuantity", "duplicate", "core.violation.duplicate");
        }
    }

    private boolean isTwice(Price price) {
        return sql.first(
                        "select 1 from core.price where list_id = ? and product_id = ? and from_quantity = ?"
                                + " and valid_from is not distinct from ?::date and deleted_at is null"
                                + " and id is distinct from ?",
                        row -> true,
                        price.list(),
                        price.product(),
                        price.fromQuantity(),
                        price.validFrom(),
                        price.id())
                .isPresent();
    }

    @Override
    public void derive(Price price, Change change) {
        sql.first("select name from core.product where id = ?", row -> row.getString(1), price.product())
                .ifPresent(price::nameLike);
    }
}
