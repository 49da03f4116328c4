package org.pipewright.sales.kinds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.access.RoleNames;
import org.pipewright.platform.spi.records.CrmRecord;

/** The kinds and stages of the tenant. Queries do not flush: they are asked while a record is still checked. */
@ApplicationScoped
public class Kinds {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    RoleNames roles;

    /** The kind of that id, also one in the bin: its deals go on. */
    public Optional<Kind> withId(UUID id) {
        return Optional.ofNullable(entityManager.find(Kind.class, id));
    }

    /** Whether new deals may be of the kind, at least those of somebody (S-KIND-03). */
    public boolean isAllowed(UUID id) {
        return withId(id)
                .filter(kind -> kind.isAllowed() && kind.deletedAt().isEmpty())
                .isPresent();
    }

    /** Whether the caller may have deals of the team be of the kind (S-KIND-03, S-KIND-18). */
    public boolean isOpenTo(UUID team, UUID id) {
        return withId(id).filter(kind -> isOpenTo(team, kind)).isPresent();
    }

    private boolean isOpenTo(UUID team, Kind kind) {
        return kind.isAllowed()
                && kind.deletedAt().isEmpty()
                && kind.isFor(team)
                && (kind.roles().isEmpty() || kind.roles().stream().anyMatch(roles::isHeld));
    }

    /** The kinds of which the caller may have deals of the team. */
    public List<Kind> openTo(UUID team) {
        return query("select k from Kind k where k.deletedAt is null and k.allowed = :value", Kind.class, true)
                .getResultList()
                .stream()
                .filter(kind -> isOpenTo(team, kind))
                .toList();
    }

    public Optional<Stage> stage(UUID id) {
        return Optional.ofNullable(entityManager.find(Stage.class, id));
    }

    /** The stages of the kind in their order. */
    public Course course(Kind kind) {
        return new Course(
                kind,
                stagesOf(kind.id()).stream()
                        .sorted(Comparator.comparing(KindStage::position))
                        .flatMap(entry -> stage(entry.stage()).stream()
                                .map(stage ->
                                        new Course.Step(stage, entry.isStart(), entry.roles(), entry.staleAfterDays())))
                        .toList());
    }

    List<KindStage> stagesOf(UUID kind) {
        return query("select s from KindStage s where s.deletedAt is null and s.kind = :value", KindStage.class, kind)
                .getResultList();
    }

    /** The kind a new deal of the team has: the team's own preferred one, else everybody's, else the first allowed. */
    public Optional<Kind> preferredFor(UUID team) {
        return openTo(team).stream()
                .min(Comparator.comparing((Kind kind) -> !kind.isPreferred())
                        .thenComparing(kind -> kind.team().isEmpty())
                        .thenComparing(Kind::name));
    }

    List<Kind> preferred() {
        return query("select k from Kind k where k.deletedAt is null and k.preferred = :value", Kind.class, true)
                .getResultList();
    }

    /** The edition that is meant to take the kind's place, or did. */
    Optional<Kind> successor(UUID kind) {
        return query("select k from Kind k where k.deletedAt is null and k.former = :value", Kind.class, kind)
                .getResultStream()
                .findFirst();
    }

    /** The latest released edition after this one. */
    public Optional<Kind> inForceAfter(UUID kind) {
        Optional<Kind> next = successor(kind);
        return next.flatMap(released -> inForceAfter(released.id())).or(() -> next.filter(Kind::isAllowed));
    }

    /** Writes what was changed, so that a name is free for the next record. */
    void flush() {
        entityManager.flush();
    }

    /** How many opportunities are of the kind. */
    long dealsOf(UUID kind) {
        return count("select count(o) from Opportunity o where o.deletedAt is null and o.kind = :value", kind);
    }

    /** How many opportunities are in the stage. */
    long dealsIn(UUID stage) {
        return count("select count(o) from Opportunity o where o.deletedAt is null and o.stage = :value", stage);
    }

    /** How many opportunities of the kind that are not decided yet are in the stage. */
    long openDealsIn(UUID kind, UUID stage) {
        return query(
                        "select count(o) from Opportunity o where o.deletedAt is null and o.decidedAt is null"
                                + " and o.kind = :kind and o.stage = :value",
                        Long.class,
                        stage)
                .setParameter("kind", kind)
                .getSingleResult();
    }

    long kindsWith(UUID stage) {
        return count("select count(s) from KindStage s where s.deletedAt is null and s.stage = :value", stage);
    }

    /** Whether deals in the status are still open ones. */
    boolean isOpenStatus(UUID status) {
        return query("select s.category from OpportunityStatus s where s.id = :value", Object.class, status)
                .getResultStream()
                .anyMatch(category -> category.toString().equals("OPEN"));
    }

    /** The place behind the last entry of the catalogue. */
    int end(Class<? extends CrmRecord> catalogue) {
        Integer last = entityManager
                .createQuery("select max(e.position) from " + catalogue.getSimpleName() + " e", Integer.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return last == null ? 10 : last + 10;
    }

    /** The places of a stage in those kinds that the other one has a place in, too. */
    List<KindStage> placesBeside(UUID stage, UUID other) {
        return query(
                        "select s from KindStage s where s.deletedAt is null and s.stage = :value and exists (select o.id"
                                + " from KindStage o where o.deletedAt is null and o.kind = s.kind and o.stage = :other)",
                        KindStage.class,
                        stage)
                .setParameter("other", other)
                .getResultList();
    }

    /** Calls the places of a stage in kinds by its name. */
    void rename(Stage stage) {
        query("select s from KindStage s where s.stage = :value", KindStage.class, stage.id())
                .getResultList()
                .forEach(entry -> entry.nameAs(stage));
    }

    private long count(String text, UUID value) {
        return query(text, Long.class, value).getSingleResult();
    }

    private <T> TypedQuery<T> query(String text, Class<T> result, Object value) {
        return entityManager
                .createQuery(text, result)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("value", value);
    }
}
