package org.pipewright.platform.jobs;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Does the chores when the scheduler says so. */
@ApplicationScoped
class Chores {

    private static final Logger LOGGER = System.getLogger(Chores.class.getName());

    @Inject
    @Any
    Instance<Chore> chores;

    List<RecurringTask<Void>> tasks(ChoreCall call) {
        return chores.stream()
                .map(chore -> Tasks.recurring("chore." + chore.name(), FixedDelay.of(chore.every()))
                        .execute((instance, context) -> call.run(chore)))
                .toList();
    }

    /** Goes through the bean, so that the request context is there. */
    @FunctionalInterface
    interface ChoreCall {
        void run(Chore chore);
    }

    @ActivateRequestContext
    void run(Chore chore) {
        try {
            chore.run();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "The chore " + chore.name() + " failed; it comes round again", e);
        }
    }
}
