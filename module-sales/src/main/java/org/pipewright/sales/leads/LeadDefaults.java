package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.TenantHook;
import org.pipewright.platform.spi.texts.Wording;
import org.pipewright.sales.leads.LeadStatus.Category;
import org.pipewright.sales.statuses.Colour;

/** The lead statuses every tenant has, in its language (S-LEAD-03). */
@ApplicationScoped
class LeadDefaults implements TenantHook {

    @Inject
    Records records;

    @Inject
    Wording wording;

    @Override
    public void setUp(Locale language) {
        create(language, Category.NEW, 10, Colour.BLUE);
        create(language, Category.QUALIFIED, 1000, Colour.GREEN);
        create(language, Category.DISQUALIFIED, 1010, Colour.GREY);
    }

    private void create(Locale language, Category category, int position, Colour colour) {
        String name = wording.text(language, "sales.lead-status.category." + category);
        records.create(new LeadStatus(name, category, position, colour));
    }
}
