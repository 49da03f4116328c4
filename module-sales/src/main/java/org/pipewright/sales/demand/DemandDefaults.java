package org.pipewright.sales.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.TenantHook;
import org.pipewright.platform.spi.texts.Wording;

/** The reasons for unmet demand every tenant starts with, in its language (S-DEM-07). */
@ApplicationScoped
class DemandDefaults implements TenantHook {

    private static final List<String> REASONS =
            List.of("too-expensive", "not-in-range", "lead-time", "out-of-stock", "other-supplier", "postponed");

    @Inject
    Records records;

    @Inject
    Wording wording;

    @Override
    public void setUp(Locale language) {
        for (int i = 0; i < REASONS.size(); i++) {
            records.create(new UnmetReason(
                    wording.text(language, "sales.default.unmet-reason." + REASONS.get(i)), (i + 1) * 10));
        }
    }
}
