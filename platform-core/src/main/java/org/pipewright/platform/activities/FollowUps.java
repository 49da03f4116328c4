package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.activities.ActivityForm;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;

/**
 * What comes of an activity that is over: the task it says is next (S-ACT-04), and the next one of its series
 * (S-ACT-03); each once, however often it is reopened. Whoever cancels one of a series ends the series.
 */
@ApplicationScoped
class FollowUps implements RecordReaction<Activity> {

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    ActivityKinds kinds;

    @Inject
    ActivityLinks links;

    @Inject
    ActivityOrigins origins;

    @Inject
    ContactFigures figures;

    @Inject
    TimeZones zones;

    @Override
    public void written(List<Written<Activity>> writes) {
        writes.stream().filter(write -> !write.record().isOpen()).forEach(this::takeUp);
        writes.stream()
                .filter(write -> !write.change().created())
                .forEach(write -> figures.refresh(links.all(write.record().id())));
    }

    private void takeUp(Written<Activity> write) {
        Activity over = write.record();
        over.nextStep().ifPresent(step -> add(over, "next-step:" + over.id(), nextStep(over, step)));
        boolean ended = !write.change().created() && write.change().touches("status");
        if (ended && over.status() != ActivityStatus.CANCELLED) {
            over.next(zones.of(over.owner())).ifPresent(next -> {
                if (add(over, "series:" + over.id(), next)) {
                    parts.copy(Activity.class, over.id(), next.id(), part -> true);
                }
            });
        }
    }

    private Activity nextStep(Activity over, String step) {
        Activity task = Activity.of(kinds.standard(ActivityForm.TASK), step);
        task.follow(over);
        task.plan(over.nextStepOn().orElse(null), null);
        return task;
    }

    private boolean add(Activity over, String origin, Activity next) {
        if (origins.isTaken(origin)) {
            return false;
        }
        records.create(next);
        origins.note(next.id(), origin);
        links.copy(over.id(), next.id());
        return true;
    }

    @Override
    public void binned(Activity activity) {
        figures.refresh(links.all(activity.id()));
    }

    @Override
    public void restored(Activity activity) {
        figures.refresh(links.all(activity.id()));
    }
}
