package org.pipewright.sales.leads;

import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.records.AddedFields;
import org.pipewright.platform.spi.records.Amendments;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.leads.LeadContents.Piece;
import org.pipewright.sales.leads.QualifyLead.Qualification;

/** Carries what a lead tells into what it becomes, and knows what finds no place there (S-CONV-04, S-CONV-07). */
@ApplicationScoped
class Carriage {

    private static final String CONSENT = "core.consent";
    private static final Set<String> OF_CONSENT = Set.of("consentText", "consentedAt");

    /** What the form of the verb says itself; it was shown there and may have been changed. */
    private static final Set<String> ASKED = Set.of("name", "amount");

    private static final int LONGEST_REST = 10_000;

    @Inject
    Records records;

    @Inject
    Amendments amendments;

    @Inject
    LeadMapping mapping;

    @Inject
    AddedFields fields;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentTenant tenant;

    /** Members of a new record of the type. */
    JsonObjectBuilder members(String recordType, JsonObject lead, boolean alone) {
        JsonObjectBuilder members = Json.createObjectBuilder();
        fitting(recordType, lead, alone)
                .filter(piece -> !ASKED.contains(piece.to()))
                .forEach(piece -> members.add(piece.to(), piece.value()));
        return members;
    }

    /** The members that come from some of the lead's fields, by which it is told whether there is such a record. */
    JsonObjectBuilder some(String recordType, JsonObject lead, Set<String> from) {
        JsonObjectBuilder members = Json.createObjectBuilder();
        pieces(recordType, lead, true)
                .filter(piece -> from.contains(piece.from()))
                .forEach(piece -> members.add(piece.to(), piece.value()));
        return members;
    }

    /** What goes into the opportunity's comment by itself. */
    Optional<String> comment(JsonObject lead) {
        JsonObject members = members(Conversion.OPPORTUNITY, lead, false).build();
        return members.containsKey("comment") ? Optional.of(members.getString("comment")) : Optional.empty();
    }

    private Stream<Piece> fitting(String recordType, JsonObject lead, boolean alone) {
        return pieces(recordType, lead, alone).filter(piece -> fields.takes(recordType, piece.to(), piece.value()));
    }

    private Stream<Piece> pieces(String recordType, JsonObject lead, boolean alone) {
        LeadContents contents = new LeadContents(lead);
        List<Piece> usual = switch (recordType) {
            case Conversion.ACCOUNT -> contents.toAccount(alone);
            case Conversion.CONTACT -> contents.toContact();
            default -> contents.toOpportunity();
        };
        return Stream.concat(
                usual.stream().filter(piece -> mapping.isUsual(piece.from())), mapping.to(recordType, lead).stream());
    }

    /** Gives a record that is linked what it lacks, as far as the caller may edit it; tells what that was. */
    Optional<JsonObject> complete(String recordType, UUID id, JsonObject lead, boolean alone) {
        Optional<JsonObject> additions = completion(recordType, id, lead, alone).flatMap(Completion::additions);
        additions.ifPresent(members -> amendments.make(recordType, id, members));
        return additions;
    }

    private Optional<Completion> completion(String recordType, UUID id, JsonObject lead, boolean alone) {
        boolean editable = amendments.areAllowed(recordType, id);
        return records.seen(recordType, id)
                .map(record -> new Completion(
                        record,
                        pieces(recordType, lead, alone).toList(),
                        (field, value) -> editable && fields.takes(recordType, field, value)));
    }

    /** The consent somebody gave with a form is one of the contact, unless the contact has said no to us (S-CON-04). */
    void consent(JsonObject lead, UUID contact) {
        if (carriesConsent(lead, Optional.of(contact))) {
            JsonObjectBuilder consent = Json.createObjectBuilder()
                    .add("contact", contact.toString())
                    .add("channel", channel(lead))
                    .add("given", true)
                    .add("lawfulBasis", "CONSENT")
                    .add("source", source(lead))
                    .add("decidedOn", day(lead).toString());
            Optional.ofNullable(lead.get("consentText")).ifPresent(text -> consent.add("note", text));
            records.create(CONSENT, consent.build());
        }
    }

    private boolean carriesConsent(JsonObject lead, Optional<UUID> linked) {
        boolean told = new LeadContents(lead).isFilled("consentedAt");
        return told
                && caller.level(CONSENT, Action.CREATE) != Level.NONE
                && linked.flatMap(id -> records.seen(Conversion.CONTACT, id))
                        .filter(contact -> contact.getBoolean(closed(lead), false))
                        .isEmpty();
    }

    private static String channel(JsonObject lead) {
        return new LeadContents(lead).isFilled("emails") ? "EMAIL" : "PHONE";
    }

    private static String closed(JsonObject lead) {
        return channel(lead).equals("EMAIL") ? "doNotMail" : "doNotCall";
    }

    private static String source(JsonObject lead) {
        String form = lead.get("form") instanceof JsonObject reference ? reference.getString("title", "") : "";
        return form.isEmpty() ? lead.getString("name") : form;
    }

    private LocalDate day(JsonObject lead) {
        return LocalDate.ofInstant(Instant.parse(lead.getString("consentedAt")), tenant.timeZone());
    }

    /** What the lead tells and nothing takes that it is to become, in words (S-CONV-07). */
    Optional<String> left(JsonObject lead, Qualification qualification) {
        Set<String> arrived = arrived(lead, qualification);
        LeadContents contents = new LeadContents(lead);
        String left = mapping.told().stream()
                .filter(contents::isFilled)
                .filter(field -> !arrived.contains(field))
                .map(field -> fields.told(Lead.NAME, field, lead.get(field)))
                .collect(joining("\n"));
        return left.isEmpty() ? Optional.empty() : Optional.of(shortened(left));
    }

    private Set<String> arrived(JsonObject lead, Qualification qualification) {
        boolean alone = !qualification.hasContact();
        Set<String> arrived = new HashSet<>();
        if (qualification.newAccount() != null) {
            add(arrived, fitting(Conversion.ACCOUNT, lead, alone));
        }
        if (qualification.makesContact()) {
            add(arrived, fitting(Conversion.CONTACT, lead, alone));
        }
        if (qualification.opportunity() != null) {
            add(arrived, fitting(Conversion.OPPORTUNITY, lead, alone));
        }
        Stream.of(
                        linked(Conversion.ACCOUNT, qualification.account(), lead, alone),
                        linked(Conversion.CONTACT, qualification.contact(), lead, alone))
                .flatMap(Optional::stream)
                .forEach(completion -> arrived.addAll(completion.arrived()));
        if (qualification.hasContact() && carriesConsent(lead, Optional.ofNullable(qualification.contact()))) {
            arrived.addAll(OF_CONSENT);
        }
        return arrived;
    }

    private Optional<Completion> linked(String recordType, UUID id, JsonObject lead, boolean alone) {
        return Optional.ofNullable(id).flatMap(known -> completion(recordType, known, lead, alone));
    }

    private static void add(Set<String> arrived, Stream<Piece> pieces) {
        pieces.filter(Piece::whole).map(Piece::from).forEach(arrived::add);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_REST
                ? text
                : text.substring(
                                0,
                                Character.isHighSurrogate(text.charAt(LONGEST_REST - 2))
                                        ? LONGEST_REST - 2
                                        : LONGEST_REST - 1)
                        + "…";
    }
}
