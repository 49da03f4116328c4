package org.pipewright.sales.forms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.pipewright.platform.spi.forms.FormAddresses;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.spi.texts.Language;

/** A form tells who fills it in, and names sites as browsers name them. */
@ApplicationScoped
class LeadFormRules implements RecordRules<LeadForm> {

    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?");

    @Inject
    FormAddresses addresses;

    @Inject
    Imprints imprints;

    @Override
    public void prepare(LeadForm form) {
        form.fillGaps(Language.of(imprints.now().language()));
    }

    @Override
    public void check(LeadForm form, Change change, Violations violations) {
        form.fillGaps(Language.of(imprints.now().language()));
        if (!form.tellsWho()) {
            violations.reject("asksEmail", "somebody", "sales.violation.somebody");
        }
        if (form.isConfirmed() && !form.reaches()) {
            violations.reject("asksEmail", "needed-to-confirm", "sales.violation.needed-to-confirm");
        }
        if (!form.origins().stream().allMatch(origin -> ORIGIN.matcher(origin).matches())) {
            violations.reject("origins", "invalid", "sales.violation.origins");
        }
    }

    @Override
    public void derive(LeadForm form, Change change) {
        form.isAt(addresses.page(form.id()), addresses.snippet(form.id()));
    }
}
