package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.errors.ErrorCode;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.kinds.Course;
import org.pipewright.sales.kinds.Kind;
import org.pipewright.sales.kinds.Kinds;
import org.pipewright.sales.kinds.Stage;
import org.pipewright.sales.opportunities.MigrateDeals.Target;

/**
 * Takes the running deals of a kind over to another one, usually its next edition, all or none (S-KIND-17). Each keeps
 * its stage where the other kind has it. What the new stage needs is asked for when the deal is next moved.
 */
@ApplicationScoped
class MigrateDeals implements ProposingVerb<Kind, Target> {

    private static final int NAMED = 20;

    /**
     * Where to.
     *
     * @param kind an allowed one
     * @param stage for deals at stages the other kind does not have
     * @param deals how many deals go over, as it was shown; refused if it is another number by now
     */
    record Target(
            @Field(required = true, references = Kind.NAME) UUID kind,
            @Field(references = Stage.NAME) UUID stage,
            @Field(from = 0, to = 10_000_000) Integer deals) {}

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Kinds kinds;

    @Inject
    Records records;

    @Override
    public String name() {
        return "migrate";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Target proposed(Kind kind) {
        UUID next = kinds.inForceAfter(kind.id()).map(Kind::id).orElse(null);
        return new Target(next, null, running(kind).size());
    }

    @Override
    public void perform(Kind kind, Target target) {
        List<Opportunity> deals = running(kind);
        if (target.deals() != null && target.deals() != deals.size()) {
            throw Refusal.of(SalesErrorCode.OTHER_DEALS, String.valueOf(deals.size()));
        }
        Course course = course(target);
        requirePlaces(course, deals, target);
        deals.forEach(deal -> {
            UUID place =
                    deal.stage().filter(stage -> course.at(stage).isPresent()).orElse(target.stage());
            records.change(deal, changed -> changed.migrate(target.kind(), place));
        });
    }

    private Course course(Target target) {
        Kind kind = kinds.withId(target.kind()).orElseThrow();
        if (!kinds.isAllowed(kind.id())) {
            throw invalid(SalesErrorCode.KIND_MAPPING, Map.of(), "kind", "inactive");
        }
        Course course = kinds.course(kind);
        if (target.stage() != null && course.at(target.stage()).isEmpty()) {
            throw invalid(SalesErrorCode.KIND_MAPPING, Map.of(), "stage", "not-in-kind");
        }
        return course;
    }

    private static void requirePlaces(Course course, List<Opportunity> deals, Target target) {
        List<Opportunity> homeless = deals.stream()
                .filter(deal -> deal.stage()
                        .filter(stage -> course.at(stage).isPresent())
                        .isEmpty())
                .toList();
        if (course.kind().hasStages() && target.stage() == null && !homeless.isEmpty()) {
            String names = homeless.stream().limit(NAMED).map(Opportunity::name).collect(Collectors.joining(", "))
                    + (homeless.size() > NAMED ? ", …" : "");
            throw invalid(
                    SalesErrorCode.DEALS_WITHOUT_STAGE,
                    Map.of("count", homeless.size(), "deals", names),
                    "stage",
                    "stage-unmapped");
        }
    }

    private static Refusal invalid(ErrorCode code, Map<String, Object> details, String field, String what) {
        return new Refusal(code, details, List.of(new FieldError(field, what, "sales.violation." + what)));
    }

    private List<Opportunity> running(Kind kind) {
        return entityManager
                .createQuery(
                        "select o from Opportunity o where o.kind = :kind and o.outcome = :open and o.deletedAt is null"
                                + " order by o.name, o.id",
                        Opportunity.class)
                .setParameter("kind", kind.id())
                .setParameter("open", Outcome.IN_PROGRESS)
                .getResultList();
    }
}
