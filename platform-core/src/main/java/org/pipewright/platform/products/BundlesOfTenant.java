package org.pipewright.platform.products;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.documents.Bundles;

/** The bundles of the bound tenant. */
@ApplicationScoped
class BundlesOfTenant implements Bundles {

    @Inject
    Sql sql;

    @Override
    public List<Item> of(UUID product) {
        return sql.list(
                "select product_id, quantity, optional from core.bundle_item"
                        + " where bundle_id = ? and deleted_at is null order by position, id",
                row -> new Item(row.getObject(1, UUID.class), row.getBigDecimal(2), row.getBoolean(3)),
                product);
    }

    boolean isBundle(UUID product) {
        return !of(product).isEmpty();
    }

    boolean isInBundle(UUID product) {
        return sql.first(
                        "select 1 from core.bundle_item where product_id = ? and deleted_at is null limit 1",
                        row -> row.getInt(1),
                        product)
                .isPresent();
    }
}
