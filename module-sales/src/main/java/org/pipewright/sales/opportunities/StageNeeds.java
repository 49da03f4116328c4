package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.records.AddedFields;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.kinds.Kind;
import org.pipewright.sales.kinds.Stage;

/** What stages need that deals lack (S-KIND-11). Its queries do not flush: it is asked while a deal is still checked. */
@ApplicationScoped
class StageNeeds {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    AddedFields fields;

    @Inject
    CurrentTenant tenant;

    /** Fields the stage needs and the deal has not filled; of the tenant's own those the caller could fill. */
    List<String> fields(Stage stage, Opportunity deal) {
        Stream<String> own = stage.needsOwn().isEmpty()
                ? Stream.empty()
                : ownFields().stream().filter(stage.needsOwn()::contains);
        return Stream.concat(
                        stage.needs().stream().filter(deal::isEmpty),
                        own.filter(name -> deal.own() == null || deal.own().value(name) == JsonValue.NULL))
                .filter(field -> !field.equals("product") || productLines(deal) == 0)
                .toList();
    }

    /** Whether less was asked for than the stage needs; of no interest where demand is not recorded. */
    boolean lacksDemand(Stage stage, Kind kind, Opportunity deal) {
        return kind.takesPrimaryDemand()
                && tenant.hasFeature("sales.primary-demand")
                && stage.leastDemand()
                        .filter(least -> demandLines(deal) < least)
                        .isPresent();
    }

    boolean lacksParty(Stage stage, Opportunity deal) {
        return stage.neededRole().filter(role -> parties(deal, role) == 0).isPresent();
    }

    List<String> ownFields() {
        return fields.of(Opportunity.NAME);
    }

    long productLines(Opportunity deal) {
        return count(deal, of("OpportunityLine l where l.product is not null and", deal));
    }

    long demandLines(Opportunity deal) {
        return count(deal, of("DemandLine l where", deal));
    }

    long parties(Opportunity deal, UUID role) {
        return count(deal, of("Party l where l.role = :role and", deal).setParameter("role", role));
    }

    private TypedQuery<Long> of(String those, Opportunity deal) {
        return entityManager
                .createQuery(
                        "select count(l) from " + those + " l.deletedAt is null and l.opportunity = :deal", Long.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("deal", deal.id());
    }

    /** A new deal has nothing that belongs to it yet. */
    private static long count(Opportunity deal, TypedQuery<Long> query) {
        return deal.id() == null ? 0 : query.getSingleResult();
    }
}
