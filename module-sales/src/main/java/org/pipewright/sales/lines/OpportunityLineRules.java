package org.pipewright.sales.lines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;

/** A line says what it is about: in words, or by its product. */
@ApplicationScoped
class OpportunityLineRules implements RecordRules<OpportunityLine> {

    @Inject
    Records records;

    @Override
    public void prepare(OpportunityLine line) {
        Optional<JsonObject> product = line.product().flatMap(id -> records.seen("core.product", id));
        line.fillGaps(product.map(seen -> seen.getString("name")), product.flatMap(OpportunityLine::priceOf));
    }

    @Override
    public void check(OpportunityLine line, Change change, Violations violations) {
        if (line.description().isEmpty()) {
            violations.missing("description", "core.violation.required");
        }
    }

    @Override
    public void derive(OpportunityLine line, Change change) {
        prepare(line);
        line.settle();
    }
}
