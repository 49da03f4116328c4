package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.jobs.LongWork;
import org.pipewright.platform.spi.jobs.Progress;

/** Looks at every record of the tenant, some at a time, so that nobody waits for long (S-TERR-19). */
@ApplicationScoped
class AssignmentRun implements LongWork {

    static final String KIND = "territories.run";

    /** After so many moves, and each time there are twice as many, stock is taken: what was an empty table is none. */
    private static final int MANY = 1000;

    @Inject
    Assigning assigning;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(Progress progress) {
        Look look = Look.of(progress.payload());
        if (look.isLikeAnyOther() && progress.isSuperseded()) {
            return;
        }
        List<String> types = assigning.concerned();
        progress.total((int) types.stream().mapToLong(assigning::count).sum());
        int done = 0;
        int moved = 0;
        int many = MANY;
        for (String type : types) {
            Optional<UUID> after = Optional.empty();
            do {
                progress.giveWay();
                progress.stopIfCancelled();
                Assigning.Page page = assigning.page(type, after, look);
                after = page.last();
                done += page.records();
                moved += page.moved();
                progress.progress(done);
                if (moved >= many) {
                    assigning.takeStock();
                    many = 2 * moved;
                }
            } while (after.isPresent());
        }
        assigning.ended();
        progress.result(Json.createObjectBuilder().add("moved", moved).build());
    }
}
