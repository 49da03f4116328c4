package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.jobs.Chore;
import org.pipewright.platform.spi.records.Origin;

/** Looks for reminders that are due, on one node at a time (S-ACT-09). */
@ApplicationScoped
class Reminders implements Chore {

    private static final Logger LOGGER = System.getLogger(Reminders.class.getName());

    @Inject
    ReminderRows rows;

    @Inject
    ReminderDelivery delivery;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        rows.due().forEach(this::attempt);
    }

    private void attempt(ReminderRows.Due due) {
        try {
            binding.during(callers.system(due.tenant()), Origin.JOB, () -> delivery.deliver(due));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The reminder of activity " + due.activity() + " waits for another round", e);
        }
    }
}
