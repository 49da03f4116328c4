package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.events.Events;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.leads.LeadStatus.Category;
import org.pipewright.sales.leads.QualifyLead.Qualification;

/**
 * Turns an open lead into an account, a contact and an opportunity, all or nothing (S-CONV-01, S-CONV-05). The lead is
 * locked while that happens, so a second click or person finds it qualified (S-CONV-06).
 */
@ApplicationScoped
class QualifyLead implements ProposingVerb<Lead, Qualification> {

    static final String NAME = "qualify";

    private static final String EVENT = "sales.lead-qualified.v1";

    /**
     * What the lead becomes (S-CONV-02).
     *
     * @param account an account there is
     * @param newAccount name of an account to make instead
     * @param contact a contact there is
     * @param newContact whether to make one of the lead's person instead
     * @param opportunity name of the opportunity to make; none is made without
     * @param amount what the opportunity is worth
     * @param complete whether records that are linked get what they lack and the lead tells; they do unless it is false
     * @param rest what stands in fields of the lead that have none there; goes into the opportunity's comment, or with none
     *     into a note on the lead
     */
    record Qualification(
            @Field(references = "core.account") UUID account,

            @Field(creates = "core.account") String newAccount,

            @Field(references = "core.contact") UUID contact,

            @Field(creates = "core.contact") Boolean newContact,

            @Field(creates = "sales.opportunity") String opportunity,

            @Field(from = 0, creates = "sales.opportunity") Money amount,

            @Field Boolean complete,

            @Field(format = Field.Format.MULTILINE, max = 10_000)
            String rest) {

        boolean makesContact() {
            return Boolean.TRUE.equals(newContact);
        }

        boolean hasContact() {
            return makesContact() || contact != null;
        }

        boolean completes() {
            return !Boolean.FALSE.equals(complete);
        }

        Qualification leaving(String left) {
            return new Qualification(account, newAccount, contact, newContact, opportunity, amount, complete, left);
        }
    }

    @Inject
    LeadStatuses statuses;

    @Inject
    Conversion conversion;

    @Inject
    Records records;

    @Inject
    Carriage carriage;

    @Inject
    Events events;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public boolean offered(Lead lead) {
        return statuses.isOpen(lead);
    }

    /** Whoever comes second is told what the lead has become. */
    @Override
    public Optional<Refusal> objection(Lead lead) {
        return lead.qualifiedAt().map(at -> {
            Map<String, Object> links = new HashMap<>();
            lead.account().ifPresent(id -> links.put("account", id));
            lead.contact().ifPresent(id -> links.put("contact", id));
            lead.opportunity().ifPresent(id -> links.put("opportunity", id));
            return new Refusal(SalesErrorCode.LEAD_QUALIFIED, links, List.of());
        });
    }

    /**
     * Who is known already is linked rather than made once more (S-CONV-04), and nothing is offered that the caller may not
     * make (S-CONV-10). What no field takes is told, so that nothing is lost unseen (S-CONV-07).
     */
    @Override
    public Qualification proposed(Lead lead) {
        Optional<UUID> account = conversion.knownAccount(lead);
        Optional<UUID> contact = conversion.knownContact(lead);
        boolean makesOpportunity = conversion.mayMake(Conversion.OPPORTUNITY);
        Qualification proposed = new Qualification(
                account.orElse(null),
                account.isEmpty() && conversion.mayMake(Conversion.ACCOUNT)
                        ? lead.company().orElse(null)
                        : null,
                contact.orElse(null),
                contact.isEmpty() && lead.isPerson() && conversion.mayMake(Conversion.CONTACT),
                makesOpportunity ? lead.subject().or(lead::company).orElse(lead.name()) : null,
                makesOpportunity ? lead.budget().orElse(null) : null,
                true,
                null);
        return records.seen(Lead.NAME, lead.id())
                .flatMap(seen -> carriage.left(seen, proposed))
                .map(proposed::leaving)
                .orElse(proposed);
    }

    @Override
    public void perform(Lead lead, Qualification qualification) {
        Conversion.Outcome outcome = conversion.of(lead, qualification);
        lead.qualify(statuses.system(Category.QUALIFIED), outcome);
        JsonObjectBuilder told =
                Json.createObjectBuilder().add("lead", lead.id().toString());
        outcome.account().ifPresent(id -> told.add("account", id.toString()));
        outcome.contact().ifPresent(id -> told.add("contact", id.toString()));
        outcome.opportunity().ifPresent(id -> told.add("opportunity", id.toString()));
        events.publish(EVENT, lead.id(), told.build());
    }
}
