package org.pipewright.platform.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** A contact belongs to an account once at a time; what was stays what it was. */
@ApplicationScoped
class AffiliationRules implements RecordRules<Affiliation> {

    @Inject
    Affiliations affiliations;

    @Override
    public void check(Affiliation affiliation, Change change, Violations violations) {
        if (!change.created() && change.touches("contact")) {
            violations.reject("contact", "fixed", "core.violation.fixed");
        }
        if (!change.created() && change.touches("account")) {
            violations.reject("account", "fixed", "core.violation.fixed");
        }
        boolean complete = affiliation.contact() != null && affiliation.account() != null;
        if (complete && affiliation.isActive() && affiliations.isDouble(affiliation)) {
            violations.reject("contact", "duplicate", "core.violation.duplicate");
        }
        if (affiliation.since() != null
                && affiliation.until() != null
                && affiliation.until().isBefore(affiliation.since())) {
            violations.reject("until", "before-begin", "core.violation.before-begin");
        }
    }

    @Override
    public void derive(Affiliation affiliation, Change change) {
        affiliation.settle(affiliations.title(affiliation.contact(), affiliation.account()), affiliations.today());
    }
}
