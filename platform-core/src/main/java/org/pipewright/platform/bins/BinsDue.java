package org.pipewright.platform.bins;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.pipewright.platform.bins.ExpiredRecords.Expired;
import org.pipewright.platform.jobs.Chore;
import org.pipewright.platform.jobs.EachTenant;

/** Empties the bins of every tenant of what has lain there for too long. */
@ApplicationScoped
class BinsDue implements Chore {

    private static final Logger LOGGER = System.getLogger(BinsDue.class.getName());

    @Inject
    EachTenant tenants;

    @Inject
    ExpiredRecords expired;

    @Override
    public String name() {
        return "bins-due";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        tenants.perform(() -> expired.all().forEach(this::remove));
    }

    /** What the database still holds on to, such as a booked document, keeps nothing else waiting. */
    private void remove(Expired record) {
        try {
            expired.remove(record);
        } catch (RuntimeException e) {
            LOGGER.log(Level.INFO, "Record " + record.id() + " stays in the bin: it is still needed", e);
        }
    }
}
