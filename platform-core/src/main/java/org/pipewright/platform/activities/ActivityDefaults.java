package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.pipewright.platform.spi.activities.ActivityForm;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.TenantHook;
import org.pipewright.platform.spi.texts.Wording;

/** The kinds of activities every tenant has, in its language (S-ACT-01). */
@ApplicationScoped
class ActivityDefaults implements TenantHook {

    @Inject
    Records records;

    @Inject
    Wording wording;

    @Override
    public void setUp(Locale language) {
        for (ActivityForm form : ActivityForm.values()) {
            records.create(ActivityKind.standard(form, wording.text(language, "core.activity-kind.form." + form)));
        }
    }
}
