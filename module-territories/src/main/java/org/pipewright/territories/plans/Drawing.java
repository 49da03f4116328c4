package org.pipewright.territories.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Assignables;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.territories.TerritoriesErrorCode;
import org.pipewright.territories.TerritoriesModule;
import org.pipewright.territories.tree.PlannedMember;
import org.pipewright.territories.tree.PlannedRule;
import org.pipewright.territories.tree.PlannedTerritory;
import org.pipewright.territories.tree.PlannedTree;

/** Takes territories as somebody has drawn them, if they can stand like that. */
@ApplicationScoped
class Drawing {

    private static final int LAST_YEAR = 9999;

    @Inject
    Assignables assignables;

    @Inject
    Records records;

    @Inject
    CurrentCaller caller;

    void draw(TerritoryPlan plan, PlannedTreeView drawn) {
        if (plan.status() != PlanStatus.PLANNING) {
            throw Refusal.of(TerritoriesErrorCode.PLAN_NOT_OPEN);
        } else if (drawn.edition() != null && drawn.edition() != plan.edition()) {
            throw Refusal.of(TerritoriesErrorCode.PLAN_CHANGED);
        }
        PlannedTree tree = new PlannedTree(drawn.territories());
        requireSound(tree);
        requireAccess(tree, plan.base());
        records.change(plan, its -> its.draw(tree));
    }

    /** A plan may be activated by time alone: who may not give access that is not there does not plan it either. */
    private void requireAccess(PlannedTree tree, PlannedTree base) {
        boolean given = tree.territories().stream()
                .flatMap(territory -> territory.members().stream()
                        .filter(member -> member.access() != null)
                        .filter(member -> base.withId(territory.id())
                                .filter(there -> there.members().contains(member))
                                .isEmpty()))
                .findAny()
                .isPresent();
        if (given && caller.level(TerritoriesModule.ACCESS, Action.USE) == Level.NONE) {
            throw Refusal.of(TerritoriesErrorCode.ACCESS_FORBIDDEN);
        }
    }

    private void requireSound(PlannedTree tree) {
        List<FieldError> errors = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < tree.territories().size(); i++) {
            PlannedTerritory territory = tree.territories().get(i);
            Findings findings = new Findings("territories[" + i + "].", errors);
            findings.require(ids.add(territory.id()), "id", "duplicate", "territory-twice");
            findings.require(names.add(territory.name().toLowerCase(Locale.ROOT)), "name", "duplicate", "name-twice");
            check(territory, findings);
            checkParent(territory, tree, findings);
        }
        if (!errors.isEmpty()) {
            throw new Refusal(TerritoriesErrorCode.PLAN_REFUSED, Map.of(), errors);
        }
    }

    /** Where what is wrong with a territory is told. */
    private record Findings(String path, List<FieldError> errors) {

        void require(boolean sound, String field, String code, String text) {
            if (!sound) {
                errors.add(new FieldError(path + field, code, "territories.violation." + text));
            }
        }
    }

    private static void checkParent(PlannedTerritory territory, PlannedTree tree, Findings findings) {
        if (territory.parent() != null) {
            findings.require(tree.withId(territory.parent()).isPresent(), "parent", "not-found", "parent-not-planned");
            findings.require(!tree.isBelowItself(territory), "parent", "cycle", "cycle");
        }
    }

    private void check(PlannedTerritory territory, Findings findings) {
        findings.require(isSound(territory.validFrom()), "validFrom", "out-of-range", "day");
        findings.require(isSound(territory.validUntil()), "validUntil", "out-of-range", "day");
        findings.require(
                territory.validFrom() == null
                        || territory.validUntil() == null
                        || !territory.validUntil().isBefore(territory.validFrom()),
                "validUntil",
                "invalid",
                "period");
        for (int i = 0; i < territory.rules().size(); i++) {
            check(territory.rules().get(i), "rules[" + i + "].", findings);
        }
        Set<UUID> people = new HashSet<>();
        for (int i = 0; i < territory.members().size(); i++) {
            PlannedMember member = territory.members().get(i);
            String path = "members[" + i + "].";
            findings.require(people.add(member.member()), path + "member", "duplicate", "member-twice");
            findings.require(isMember(member.member()), path + "member", "not-found", "member-not-found");
        }
    }

    private void check(PlannedRule rule, String path, Findings findings) {
        boolean known =
                assignables.types().stream().anyMatch(type -> type.name().equals(rule.recordType()));
        findings.require(known, path + "recordType", "invalid", "record-type");
        findings.require(
                !known || assignables.understands(rule.recordType(), rule.criteria()),
                path + "criteria",
                "invalid",
                "criteria");
    }

    private boolean isMember(UUID id) {
        return records.seen("core.member", id).isPresent();
    }

    private static boolean isSound(LocalDate day) {
        return day == null || day.getYear() > 0 && day.getYear() <= LAST_YEAR;
    }
}
