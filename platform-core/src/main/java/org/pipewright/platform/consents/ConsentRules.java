package org.pipewright.platform.consents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.texts.Wording;

/** A decision that was noted stays as it was; another one is another entry. */
@ApplicationScoped
class ConsentRules implements RecordRules<Consent> {

    private static final List<String> FIXED =
            List.of("contact", "channel", "given", "lawfulBasis", "source", "decidedOn");

    @Inject
    CallerBinding callers;

    @Inject
    Wording wording;

    @Override
    public void check(Consent consent, Change change, Violations violations) {
        if (!change.created()) {
            FIXED.stream()
                    .filter(change::touches)
                    .forEach(field -> violations.reject(field, "fixed", "core.violation.fixed"));
        }
        LocalDate today = LocalDate.now(callers.caller().tenant().timeZone());
        if (consent.decidedOn() != null && consent.decidedOn().isAfter(today.plusDays(1))) {
            violations.reject("decidedOn", "future", "core.violation.future");
        }
    }

    @Override
    public void derive(Consent consent, Change change) {
        consent.settle(
                decision(consent), LocalDate.now(callers.caller().tenant().timeZone()));
    }

    /** As the organisation would say it: records are named in its language. */
    private String decision(Consent consent) {
        Locale language = callers.caller().tenant().language();
        String answer = wording.text(language, consent.isGiven() ? "core.yes" : "core.no");
        return wording.text(language, "core.consent.channel." + consent.channel()) + ": " + answer;
    }
}
