package org.pipewright.sales.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.jobs.LongWork;
import org.pipewright.platform.spi.jobs.LongWorks;
import org.pipewright.platform.spi.jobs.Progress;
import org.pipewright.platform.spi.settings.SettingChosen;
import org.pipewright.sales.demand.Measure;

/** Reckons all demand anew when the tenant chooses what meets it: what was ordered, or what was delivered (S-DEM-06). */
@ApplicationScoped
class MeasureAnew implements LongWork {

    static final String KIND = "sales.measure-demand";

    private static final int PAGE = 200;

    @Inject
    LongWorks works;

    @Inject
    MatchedDemand demand;

    void start(@Observes SettingChosen chosen) {
        if (chosen.key().equals(Measure.SETTING)) {
            works.start(KIND, JsonValue.EMPTY_JSON_OBJECT);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Progress progress) {
        List<UUID> lines = demand.ids();
        progress.total(lines.size());
        for (int done = 0; done < lines.size(); done += PAGE) {
            progress.stopIfCancelled();
            int next = Math.min(done + PAGE, lines.size());
            demand.settle(lines.subList(done, next));
            progress.progress(next);
        }
    }
}
