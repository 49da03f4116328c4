package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Conversions;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.leads.QualifyLead.Qualification;

/** Makes the records a lead becomes. They are made as the caller, who needs the right to each (S-CONV-10). */
@ApplicationScoped
class Conversion {

    static final String ACCOUNT = "core.account";
    static final String CONTACT = "core.contact";
    static final String OPPORTUNITY = "sales.opportunity";

    private static final String OPPORTUNITIES = "sales.opportunities";

    /** What tells which company or person it is; many share the number of a switchboard. */
    private static final Set<String> OF_COMPANY = Set.of("website", "emails", "addresses");

    private static final Set<String> OF_PERSON = Set.of("firstName", "lastName", "emails");

    private static final int LONGEST_COMMENT = 10_000;

    @Inject
    Records records;

    @Inject
    CurrentCaller caller;

    @Inject
    Carriage carriage;

    @Inject
    LeadFollowUps followUps;

    @Inject
    Conversions conversions;

    /**
     * What a lead has become.
     *
     * @param account linked or made
     * @param contact linked or made
     * @param opportunity made
     * @param made record types of what was made, not only linked
     */
    record Outcome(Optional<UUID> account, Optional<UUID> contact, Optional<UUID> opportunity, Set<String> made) {}

    /** Whether the caller has opportunities at all (S-SET-20). */
    private boolean hasOpportunities() {
        return caller.hasFeature(OPPORTUNITIES);
    }

    /** Whether the caller may make records of the type; whoever may not is offered to link one (S-CONV-10). */
    boolean mayMake(String recordType) {
        return caller.level(recordType, Action.CREATE) != Level.NONE
                && (!recordType.equals(OPPORTUNITY) || hasOpportunities());
    }

    /** The account there is that would be made once more of the lead's company (S-DUP-01). */
    Optional<UUID> knownAccount(Lead lead) {
        return lead.company()
                .flatMap(name -> known(
                        ACCOUNT,
                        lead,
                        seen -> carriage.some(ACCOUNT, seen, OF_COMPANY).add("name", name)));
    }

    /** The contact there is that would be made once more of the lead's person. */
    Optional<UUID> knownContact(Lead lead) {
        return known(CONTACT, lead, seen -> carriage.some(CONTACT, seen, OF_PERSON));
    }

    private Optional<UUID> known(String recordType, Lead lead, Function<JsonObject, JsonObjectBuilder> members) {
        return records.seen(Lead.NAME, lead.id())
                .flatMap(seen -> records.like(recordType, members.apply(seen).build()));
    }

    /** Makes and links what is asked for; throws to undo everything. */
    Outcome of(Lead lead, Qualification qualification) {
        require(lead, qualification);
        JsonObject seen = records.seen(Lead.NAME, lead.id()).orElseThrow();
        boolean alone = !qualification.hasContact();
        Optional<UUID> account = Optional.ofNullable(qualification.newAccount())
                .map(name -> made(
                        "newAccount",
                        ACCOUNT,
                        carriage.members(ACCOUNT, seen, alone).add("name", name)))
                .or(() -> Optional.ofNullable(qualification.account()));
        Optional<UUID> contact = qualification.makesContact()
                ? Optional.of(
                        made("newContact", CONTACT, with(carriage.members(CONTACT, seen, alone), "account", account)))
                : Optional.ofNullable(qualification.contact());
        complete(seen, qualification);
        contact.ifPresent(id -> carriage.consent(seen, id));
        Optional<UUID> opportunity = Optional.ofNullable(qualification.opportunity())
                .map(name ->
                        made("opportunity", OPPORTUNITY, opportunity(seen, lead, qualification, account, contact)));
        if (opportunity.isEmpty() || !fitsComment(seen, qualification)) {
            note(lead, qualification);
        }
        Outcome outcome = new Outcome(account, contact, opportunity, madeOf(qualification));
        tell(lead, outcome);
        return outcome;
    }

    private void tell(Lead lead, Outcome outcome) {
        Map<String, Optional<UUID>> ids =
                Map.of(ACCOUNT, outcome.account(), CONTACT, outcome.contact(), OPPORTUNITY, outcome.opportunity());
        outcome.made()
                .forEach(type -> ids.get(type).ifPresent(id -> conversions.converted(Lead.NAME, lead.id(), type, id)));
    }

    private void complete(JsonObject seen, Qualification qualification) {
        if (qualification.completes()) {
            boolean alone = !qualification.hasContact();
            Optional.ofNullable(qualification.account())
                    .ifPresent(id -> told("account", () -> carriage.complete(ACCOUNT, id, seen, alone)));
            Optional.ofNullable(qualification.contact())
                    .ifPresent(id -> told("contact", () -> carriage.complete(CONTACT, id, seen, alone)));
        }
    }

    /** The lead's story is part of that of what it becomes, so a note there is read with each of them. */
    private void note(Lead lead, Qualification qualification) {
        if (qualification.rest() != null && caller.hasFeature(FollowUpLead.ACTIVITIES)) {
            followUps.note(lead, qualification.rest());
        }
    }

    private static Set<String> madeOf(Qualification qualification) {
        return Map.of(
                        ACCOUNT, qualification.newAccount() != null,
                        CONTACT, qualification.makesContact(),
                        OPPORTUNITY, qualification.opportunity() != null)
                .entrySet()
                .stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private JsonObjectBuilder opportunity(
            JsonObject seen, Lead lead, Qualification qualification, Optional<UUID> account, Optional<UUID> contact) {
        JsonObjectBuilder members = with(carriage.members(OPPORTUNITY, seen, false), "account", account)
                .add("name", qualification.opportunity())
                .add("lead", lead.id().toString());
        with(members, "contact", contact);
        if (qualification.rest() != null && fitsComment(seen, qualification)) {
            members.add("comment", comment(seen, qualification));
        }
        Money amount = qualification.amount();
        if (amount != null && amount.amount() != null) {
            members.add(
                    "amount",
                    Json.createObjectBuilder()
                            .add("amount", amount.amount().toPlainString())
                            .add("currency", amount.currency()));
        }
        return members;
    }

    /** What has no field of its own in what the lead becomes stands in the comment (S-CONV-07). */
    private String comment(JsonObject seen, Qualification qualification) {
        return carriage.comment(seen)
                .map(notes -> notes + "\n\n" + qualification.rest())
                .orElse(qualification.rest());
    }

    private boolean fitsComment(JsonObject seen, Qualification qualification) {
        return qualification.rest() == null || comment(seen, qualification).length() <= LONGEST_COMMENT;
    }

    private void require(Lead lead, Qualification qualification) {
        List<FieldError> errors = new ArrayList<>();
        if (qualification.account() == null && qualification.newAccount() == null) {
            errors.add(error("account", "required", "sales.violation.company"));
            errors.add(error("newAccount", "required", "sales.violation.company"));
        }
        if (qualification.account() != null && qualification.newAccount() != null) {
            errors.add(error("newAccount", "one-of", "sales.violation.one-of"));
        }
        if (qualification.contact() != null && qualification.makesContact()) {
            errors.add(error("newContact", "one-of", "sales.violation.one-of"));
        }
        if (qualification.makesContact() && !lead.isPerson()) {
            errors.add(error("newContact", "no-person", "sales.violation.no-person"));
        }
        if (!errors.isEmpty()) {
            throw new Refusal(SalesErrorCode.QUALIFICATION_UNCLEAR, Map.of(), errors);
        }
        if (qualification.opportunity() != null && !hasOpportunities()) {
            throw Refusal.of(SalesErrorCode.FEATURE_DEPENDENCY, OPPORTUNITIES);
        }
    }

    private static FieldError error(String field, String code, String message) {
        return new FieldError(field, code, message);
    }

    private UUID made(String input, String recordType, JsonObjectBuilder members) {
        return told(input, () -> records.create(recordType, members.build()));
    }

    /** What is wrong with another record is told as part of the input that asked for it. */
    private static <T> T told(String input, Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw new Refusal(
                    refusal.code(),
                    refusal.arguments(),
                    refusal.errors().stream()
                            .map(error -> new FieldError(input + "." + error.field(), error.code(), error.message()))
                            .toList());
        }
    }

    private static JsonObjectBuilder with(JsonObjectBuilder members, String field, Optional<UUID> id) {
        id.ifPresent(value -> members.add(field, value.toString()));
        return members;
    }
}
