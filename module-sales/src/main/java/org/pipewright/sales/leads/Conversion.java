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
import java.util.stream.Collectors;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
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

    /** What goes where: the lead's field and the one it fills (S-CONV-07, S-CONV-09). */
    private static final Map<String, String> TO_ACCOUNT = same("website", "industry", "employees");

    private static final Map<String, String> TO_CONTACT = same("firstName", "lastName", "jobTitle");

    /** What tells which company or person it is; many share the number of a switchboard. */
    private static final Map<String, String> OF_COMPANY = same("website", "emails", "addresses");

    private static final Map<String, String> OF_PERSON = same("firstName", "lastName", "emails");

    private static final Map<String, String> TO_OPPORTUNITY = Map.of(
            "need", "need",
            "notes", "comment",
            "channel", "channel",
            "sourceUser", "sourceUser",
            "sourcePartner", "sourcePartner",
            "sourceContact", "sourceContact",
            "sourceActivity", "sourceActivity");

    @Inject
    Records records;

    @Inject
    CurrentCaller caller;

    @Inject
    LeadMapping mapping;

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
    boolean canMakeOpportunities() {
        return caller.hasFeature(OPPORTUNITIES);
    }

    /** The account there is that would be made once more of the lead's company (S-DUP-01). */
    Optional<UUID> knownAccount(Lead lead) {
        return lead.company()
                .flatMap(name -> known(
                        ACCOUNT,
                        lead,
                        seen -> members(seen, OF_COMPANY, ACCOUNT).add("name", name)));
    }

    /** The contact there is that would be made once more of the lead's person. */
    Optional<UUID> knownContact(Lead lead) {
        return known(CONTACT, lead, seen -> members(seen, OF_PERSON, CONTACT));
    }

    private Optional<UUID> known(String recordType, Lead lead, Function<JsonObject, JsonObjectBuilder> members) {
        return records.seen(Lead.NAME, lead.id())
                .flatMap(seen -> records.like(recordType, members.apply(seen).build()));
    }

    /** Makes and links what is asked for; throws to undo everything. */
    Outcome of(Lead lead, Qualification qualification) {
        require(lead, qualification);
        JsonObject seen = records.seen(Lead.NAME, lead.id()).orElseThrow();
        Optional<UUID> account = Optional.ofNullable(qualification.newAccount())
                .map(name -> made("newAccount", ACCOUNT, account(seen).add("name", name)))
                .or(() -> Optional.ofNullable(qualification.account()));
        Optional<UUID> contact = qualification.makesContact()
                ? Optional.of(made("newContact", CONTACT, with(contact(seen), "account", account)))
                : Optional.ofNullable(qualification.contact());
        Optional<UUID> opportunity = Optional.ofNullable(qualification.opportunity())
                .map(name ->
                        made("opportunity", OPPORTUNITY, opportunity(seen, lead, qualification, account, contact)));
        return new Outcome(account, contact, opportunity, madeOf(qualification));
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

    private JsonObjectBuilder account(JsonObject seen) {
        return new LeadAddresses(seen).toAccount(members(seen, TO_ACCOUNT, ACCOUNT));
    }

    private JsonObjectBuilder contact(JsonObject seen) {
        return new LeadAddresses(seen).toContact(members(seen, TO_CONTACT, CONTACT));
    }

    private JsonObjectBuilder opportunity(
            JsonObject seen, Lead lead, Qualification qualification, Optional<UUID> account, Optional<UUID> contact) {
        JsonObjectBuilder members = with(members(seen, TO_OPPORTUNITY, OPPORTUNITY), "account", account)
                .add("name", qualification.opportunity())
                .add("lead", lead.id().toString());
        with(members, "contact", contact);
        comment(seen, qualification).ifPresent(comment -> members.add("comment", comment));
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
    private Optional<String> comment(JsonObject seen, Qualification qualification) {
        return Optional.ofNullable(qualification.rest())
                .map(rest -> mapping.isUsual("notes") && !seen.isNull("notes")
                        ? seen.getString("notes", "") + "\n\n" + rest
                        : rest);
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
        if (qualification.opportunity() != null && !canMakeOpportunities()) {
            throw Refusal.of(SalesErrorCode.FEATURE_DEPENDENCY, OPPORTUNITIES);
        }
    }

    private static FieldError error(String field, String code, String message) {
        return new FieldError(field, code, message);
    }

    /** What the new record lacks is told as part of the input that asked for it. */
    private UUID made(String input, String recordType, JsonObjectBuilder members) {
        try {
            return records.create(recordType, members.build());
        } catch (Refusal refusal) {
            throw new Refusal(
                    refusal.code(),
                    refusal.arguments(),
                    refusal.errors().stream()
                            .map(error -> new FieldError(input + "." + error.field(), error.code(), error.message()))
                            .toList());
        }
    }

    private JsonObjectBuilder members(JsonObject lead, Map<String, String> usual, String recordType) {
        JsonObjectBuilder members = Json.createObjectBuilder();
        usual.forEach((from, to) -> {
            if (mapping.isUsual(from) && lead.containsKey(from) && !lead.isNull(from)) {
                members.add(to, lead.get(from));
            }
        });
        mapping.to(recordType, lead).forEach(members::add);
        return members;
    }

    private static JsonObjectBuilder with(JsonObjectBuilder members, String field, Optional<UUID> id) {
        id.ifPresent(value -> members.add(field, value.toString()));
        return members;
    }

    private static Map<String, String> same(String... names) {
        return Set.of(names).stream().collect(Collectors.toUnmodifiableMap(name -> name, name -> name));
    }
}
