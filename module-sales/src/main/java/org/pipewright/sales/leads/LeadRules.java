package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Origin;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.leads.LeadStatus.Category;
import org.pipewright.sales.times.WorkingHours;

/** What holds for a lead on every path. */
@ApplicationScoped
class LeadRules implements RecordRules<Lead> {

    private static final String ANSWER_HOURS = "sales.lead-answer-hours";

    /** What a qualified or disqualified lead still takes (S-LEAD-14, S-LEAD-16); derived fields follow by themselves. */
    private static final Set<String> FREE =
            Set.of("notes", "owner", "team", "name", "missing", "updatedAt", "updatedBy", "reactivatedAs");

    @Inject
    LeadStatuses statuses;

    @Inject
    CurrentCaller caller;

    @Inject
    WorkingHours hours;

    @Inject
    TenantSettings settings;

    @Override
    public void prepare(Lead lead) {
        if (lead.status().isEmpty()) {
            lead.startAs(statuses.system(Category.NEW));
        }
    }

    @Override
    public void check(Lead lead, Change change, Violations violations) {
        requireUndecided(lead, change);
        if (!lead.isSomebody()) {
            Stream.of("lastName", "company", "emails")
                    .forEach(field -> violations.missing(field, "sales.violation.somebody"));
        }
        if (lead.status().isEmpty()) {
            violations.reject("status", "required", "core.violation.required");
        }
        lead.status().flatMap(statuses::withId).ifPresent(status -> checkDecision(lead, status, change, violations));
    }

    private void requireUndecided(Lead lead, Change change) {
        if (change.created() || lead.isDecidedNow() || !wasFinal(change)) {
            return;
        }
        List<FieldError> touched = change.fields().stream()
                .filter(field -> !FREE.contains(field))
                .filter(field -> !isGap(lead, change, field))
                .sorted()
                .map(field -> new FieldError(field, "locked", "sales.violation.locked"))
                .toList();
        if (!touched.isEmpty()) {
            throw new Refusal(SalesErrorCode.LEAD_DECIDED, Map.of(), touched);
        }
    }

    private boolean wasFinal(Change change) {
        return change.before("status")
                .map(UUID.class::cast)
                .flatMap(statuses::withId)
                .filter(status -> status.category().isFinal())
                .isPresent();
    }

    private static boolean isGap(Lead lead, Change change, String field) {
        return change.before(field).isEmpty()
                && lead.missing()
                        .filter(names -> List.of(names.split(",")).contains(field))
                        .isPresent();
    }

    private void checkDecision(Lead lead, LeadStatus status, Change change, Violations violations) {
        if (change.touches("status") && status.category().isFinal() && !lead.isDecidedNow()) {
            requireImport(status.category(), change, violations);
        }
        if (status.category() == Category.DISQUALIFIED) {
            if (lead.disqualifyReason().isEmpty()) {
                violations.missing("disqualifyReason", "core.violation.required");
            }
        } else {
            exclude("disqualifyReason", lead.disqualifyReason(), violations);
            exclude("disqualifyNote", lead.disqualifyNote(), violations);
            exclude("disqualifiedOn", lead.disqualifiedOn(), violations);
        }
    }

    /** A lead is decided by a verb; only an import may bring in decided ones. */
    private void requireImport(Category category, Change change, Violations violations) {
        if (change.origin() != Origin.IMPORT) {
            String verb = category == Category.QUALIFIED ? QualifyLead.NAME : DisqualifyLead.NAME;
            violations.rejectForVerb("status", verb, "sales.violation.by-verb");
        } else if (caller.level(Lead.NAME, DisqualifyLead.NAME) == Level.NONE) {
            throw Refusal.of(SalesErrorCode.OUTCOME_FORBIDDEN, DisqualifyLead.NAME);
        }
    }

    private static void exclude(String field, Optional<?> value, Violations violations) {
        if (value.isPresent()) {
            violations.reject(field, "not-with-outcome", "sales.violation.not-with-outcome");
        }
    }

    @Override
    public void derive(Lead lead, Change change) {
        lead.composeName();
        if (change.created() && statuses.isOpen(lead)) {
            lead.expectAnswer(hours.now().after(lead.createdAt(), Duration.ofHours(settings.integer(ANSWER_HOURS))));
        }
    }
}
