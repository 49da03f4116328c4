package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** A line of a template names a product, or text and price. */
@ApplicationScoped
class QuoteTemplateLineRules implements RecordRules<QuoteTemplateLine> {

    @Override
    public void check(QuoteTemplateLine line, Change change, Violations violations) {
        if (line.saysNothing()) {
            violations.missing("description", "core.violation.required");
        }
        if (line.lacksPrice()) {
            violations.missing("unitPrice", "core.violation.required");
        }
    }
}
