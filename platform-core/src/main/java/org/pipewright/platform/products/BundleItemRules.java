package org.pipewright.platform.products;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;

/** A bundle consists of products that are no bundles themselves. */
@ApplicationScoped
class BundleItemRules implements RecordRules<BundleItem> {

    @Inject
    BundlesOfTenant bundles;

    @Inject
    Records records;

    @Override
    public void check(BundleItem item, Change change, Violations violations) {
        if (item.product() == null || item.bundle() == null) {
            return;
        }
        if (item.product().equals(item.bundle())
                || bundles.isBundle(item.product())
                || bundles.isInBundle(item.bundle())) {
            violations.reject("product", "cycle", "core.violation.cycle");
        }
    }

    @Override
    public void derive(BundleItem item, Change change) {
        item.fillGaps(
                records.withId(Product.class, item.product()).map(Product::name).orElse(null));
    }
}
