package org.pipewright.sales.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.activities.Activities;
import org.pipewright.platform.spi.activities.ActivityForm;
import org.pipewright.platform.spi.activities.LinkedActivity;
import org.pipewright.platform.spi.activities.NewActivity;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.people.Colleague;
import org.pipewright.platform.spi.people.Colleagues;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.kinds.Management;
import org.pipewright.sales.opportunities.Opportunity;

/** The tasks that rules made for deals. */
@ApplicationScoped
class DealTasks {

    @Inject
    Activities activities;

    @Inject
    Colleagues colleagues;

    @Inject
    CurrentTenant tenant;

    @Inject
    TaskRules rules;

    /** Makes the task of the rule, unless the deal has one that is still to be done (trap 26). */
    void open(TaskRule rule, Opportunity deal, LocalDate due) {
        String purpose = new Purpose(deal.id(), rule.id()).text();
        if (activities.madeFor(List.of(purpose)).stream().noneMatch(LinkedActivity::open)) {
            Optional<Colleague> holder = rule.role().flatMap(role -> holder(role, deal));
            activities.add(NewActivity.of(ActivityForm.TASK, rule.name())
                    .describedAs(rule.details())
                    .dueOn(due)
                    .ownedBy(
                            holder.map(Colleague::id).orElse(deal.owner()),
                            holder.map(Colleague::team).orElse(deal.team()))
                    .about(Opportunity.NAME, deal.id())
                    .madeFor(purpose));
        }
    }

    /** Somebody there with the role, of the deal's team rather than of another. */
    private Optional<Colleague> holder(String role, Opportunity deal) {
        return colleagues.presentOn(tenant.today()).stream()
                .filter(colleague -> colleague.holds(role))
                .min(Comparator.comparing(
                                (Colleague colleague) -> !colleague.id().equals(deal.owner()))
                        .thenComparing(colleague -> !colleague.isIn(deal.team())));
    }

    /** Tasks for want of which the deal stays in the stage: neither done nor called off with a reason. */
    List<LinkedActivity> owed(UUID deal, UUID stage) {
        return ofDeal(rules.mandatoryIn(stage), deal).stream()
                .filter(DealTasks::isOwed)
                .toList();
    }

    /** Refuses to let the deal go from the stage while it owes something there (S-KIND-15). */
    void requireSettled(UUID deal, UUID stage) {
        boolean managed = tenant.hasFeature(Management.FEATURE) && tenant.hasFeature("core.activities");
        List<LinkedActivity> owed = managed ? owed(deal, stage) : List.of();
        if (!owed.isEmpty()) {
            String names = owed.stream().map(LinkedActivity::subject).collect(Collectors.joining(", "));
            throw new Refusal(
                    SalesErrorCode.TASKS_OWED,
                    Map.of("name", names, "verb", WaiveTasks.NAME, "tasks", told(owed)),
                    List.of(new FieldError("stage", "tasks-owed", "sales.violation.tasks-owed")));
        }
    }

    private static JsonArray told(List<LinkedActivity> owed) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        owed.forEach(task -> list.add(
                Json.createObjectBuilder().add("id", task.id().toString()).add("subject", task.subject())));
        return list.build();
    }

    static boolean isOwed(LinkedActivity task) {
        return task.open()
                || (task.cancelled()
                        && task.result().filter(why -> !why.isBlank()).isEmpty());
    }

    /** Makes what is to follow some days after what happened to the deal on that day. */
    void followUp(TaskRule.Occasion occasion, Opportunity deal, LocalDate day) {
        rules.on(occasion, deal)
                .forEach(rule -> open(rule, deal, rule.days().map(day::plusDays).orElse(null)));
    }

    /** Calls off what was to follow a victory, or a delivery, that was none. */
    void dropFollowUps(TaskRule.Occasion occasion, Opportunity deal) {
        ofDeal(rules.on(occasion, deal), deal.id()).stream()
                .filter(LinkedActivity::open)
                .forEach(task -> activities.callOff(task.id(), null));
    }

    private List<LinkedActivity> ofDeal(List<TaskRule> asking, UUID deal) {
        return activities.madeFor(
                asking.stream().map(rule -> new Purpose(deal, rule.id()).text()).toList());
    }
}
