package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.kinds.ForecastCategory;
import org.pipewright.sales.kinds.Stage;

/** How sure a deal is follows its stage until somebody says otherwise (S-FC-03). */
@ApplicationScoped
class ForecastRules implements RecordRules<Opportunity> {

    @Inject
    Records records;

    @Override
    public void derive(Opportunity deal, Change change) {
        if (change.created() || deal.lacksForecast() || change.touches("stage")) {
            deal.foresee(deal.stage()
                    .flatMap(stage -> records.withId(Stage.class, stage))
                    .map(Stage::forecastCategory)
                    .orElse(ForecastCategory.PIPELINE));
        }
        deal.forecast();
    }
}
