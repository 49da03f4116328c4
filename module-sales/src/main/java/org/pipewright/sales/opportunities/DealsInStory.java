package org.pipewright.sales.opportunities;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.activities.StoryPart;

/** The story of accounts and contacts tells of their opportunities, and of the leads these were before (S-CONV-08). */
abstract class DealsInStory implements StoryPart {

    private static final String LEAD = "sales.lead";
    private static final int MOST = 200;

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    /** Attribute of opportunities and leads that leads to the record. */
    abstract String attribute();

    @Override
    public String recordType() {
        return "core." + attribute();
    }

    @Override
    public List<LinkedRecord> partsOf(UUID record) {
        return Stream.concat(
                        ids("Opportunity", record).map(id -> new LinkedRecord(Opportunity.NAME, id)),
                        ids("Lead", record).map(id -> new LinkedRecord(LEAD, id)))
                .toList();
    }

    private Stream<UUID> ids(String entity, UUID record) {
        return entityManager
                .createQuery(
                        "select r.id from " + entity + " r where r." + attribute()
                                + " = :id and r.deletedAt is null order by r.createdAt desc",
                        UUID.class)
                .setParameter("id", record)
                .setMaxResults(MOST)
                .getResultStream();
    }
}
