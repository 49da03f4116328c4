package org.pipewright.billing.dunning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.TenantHook;
import org.pipewright.platform.spi.texts.Wording;

/** Levels new tenants start with. */
@ApplicationScoped
class DunningLevelDefaults implements TenantHook {

    @Inject
    Records records;

    @Inject
    Wording wording;

    @Override
    public void setUp(Locale language) {
        create(language, "reminder", 7);
        create(language, "first", 21);
        create(language, "last", 35);
    }

    private void create(Locale language, String key, int days) {
        String texts = "billing.default.dunning-level." + key;
        records.create(new DunningLevel(wording.text(language, texts), days, wording.text(language, texts + ".text")));
    }
}
