package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Traces;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.sales.SalesErrorCode;

/**
 * Takes a qualification back within a day, as long as nobody has touched what it made (S-CONV-11). What it made goes to
 * the bin, what it only linked stays, and the lead is where it was.
 */
@ApplicationScoped
class UndoQualification implements Verb<Lead, Nothing> {

    static final String NAME = "unqualify";

    static final Duration LIMIT = Duration.ofHours(24);

    @Inject
    Records records;

    @Inject
    Traces traces;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean offered(Lead lead) {
        return lead.qualifiedAt()
                .filter(at -> at.isAfter(Instant.now().minus(LIMIT)))
                .isPresent();
    }

    @Override
    public void perform(Lead lead, Nothing nothing) {
        Instant then = lead.qualifiedAt().orElseThrow();
        List.of(Conversion.OPPORTUNITY, Conversion.CONTACT, Conversion.ACCOUNT)
                .forEach(type -> lead.made(type).ifPresent(id -> remove(type, id, then)));
        lead.unqualify();
    }

    private void remove(String type, UUID id, Instant then) {
        records.seen(type, id).ifPresent(record -> {
            requireUntouched(record.getString("name"), traces.since(type, id, then));
            records.delete(type, id);
        });
    }

    private static void requireUntouched(String name, List<String> edits) {
        if (!edits.isEmpty()) {
            throw new Refusal(
                    SalesErrorCode.QUALIFICATION_IN_USE,
                    Map.of("name", name, "edit", String.join(", ", edits)),
                    List.of());
        }
    }
}
