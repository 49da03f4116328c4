package org.pipewright.sales.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.sales.opportunities.Opportunity;

/** The tenant's rules about tasks. */
@ApplicationScoped
class TaskRules {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    Optional<TaskRule> withId(UUID id) {
        return Optional.ofNullable(entityManager.find(TaskRule.class, id))
                .filter(rule -> rule.deletedAt().isEmpty());
    }

    /** Those in force about entering the stage, for deals of the kind. */
    List<TaskRule> onEntering(UUID stage, Opportunity deal) {
        return all().stream()
                .filter(rule -> rule.isActive() && rule.isOfStage(stage) && rule.isForKind(deal.kind()))
                .toList();
    }

    /** Those in force about what happens to the deal. */
    List<TaskRule> on(TaskRule.Occasion occasion, Opportunity deal) {
        return all().stream()
                .filter(rule -> rule.isActive() && rule.isOf(occasion) && rule.isForKind(deal.kind()))
                .toList();
    }

    /** Those whose tasks keep deals in the stage, also when no new ones are made any more. */
    List<TaskRule> mandatoryIn(UUID stage) {
        return all().stream()
                .filter(rule -> rule.isMandatory() && rule.isOfStage(stage))
                .toList();
    }

    /** Those for deals of the kind and of no other. */
    List<TaskRule> onlyFor(UUID kind) {
        return all().stream().filter(rule -> rule.isOnlyFor(kind)).toList();
    }

    private List<TaskRule> all() {
        return entityManager
                .createQuery("select r from TaskRule r where r.deletedAt is null order by r.name, r.id", TaskRule.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }
}
