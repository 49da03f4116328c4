package org.pipewright.sales.sources;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.sales.sources.Channel.Impact;

/** A source is of the kind its channel has, and there is none without a channel (S-SRC-02, S-SRC-03). */
@ApplicationScoped
class SourceRules implements RecordRules<Sourced> {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Override
    public void check(Sourced record, Change change, Violations violations) {
        if (record.sources().isEmpty()) {
            return;
        }
        Optional<Impact> kind = record.channel()
                .map(id -> entityManager.find(Channel.class, id))
                .map(Channel::impactType);
        record.sources().forEach((source, field) -> {
            if (kind.isEmpty()) {
                violations.reject(field, "no-channel", "sales.violation.no-channel");
            } else if (source != kind.get()) {
                violations.reject(field, "other-kind", "sales.violation.other-kind");
            }
        });
    }
}
