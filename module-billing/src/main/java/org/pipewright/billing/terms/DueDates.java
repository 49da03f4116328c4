package org.pipewright.billing.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Records;

/** Tells when invoices are due (S-INV-07). */
@ApplicationScoped
public class DueDates {

    @Inject
    Records records;

    @Inject
    PaymentTerms terms;

    /**
     * When something is due, and on what terms.
     *
     * @param name of the payment term, empty without one
     */
    public record Due(LocalDate on, String name) {}

    /** By the payment term, or by the tenant's default; without any at once. */
    public Due of(Optional<UUID> term, LocalDate issuedOn) {
        return term.flatMap(id -> records.withId(PaymentTerm.class, id))
                .or(terms::standard)
                .map(found -> new Due(found.due(issuedOn), found.name()))
                .orElse(new Due(issuedOn, ""));
    }
}
