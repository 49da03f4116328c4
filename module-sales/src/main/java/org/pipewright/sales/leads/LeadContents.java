package org.pipewright.sales.leads;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a lead tells, as it goes into the account, the contact and the opportunity by itself (S-CONV-07, S-CONV-09).
 *
 * @param lead as REST shows it
 */
record LeadContents(JsonObject lead) {

    /** Fields of a lead that say something of the person, the company or where they come from, as the form has them. */
    static final List<String> FIELDS = List.of(
            "firstName",
            "lastName",
            "company",
            "jobTitle",
            "emails",
            "phones",
            "website",
            "addresses",
            "links",
            "industry",
            "employees",
            "budget",
            "subject",
            "need",
            "notes",
            "channel",
            "sourceUser",
            "sourcePartner",
            "sourceContact",
            "sourceActivity",
            "utmSource",
            "utmMedium",
            "utmCampaign",
            "utmTerm",
            "utmContent",
            "referrer",
            "landingPage",
            "consentText",
            "consentedAt");

    private static final List<String> POINTS = List.of("emails", "phones", "addresses", "links");
    private static final Map<String, String> TO_OPPORTUNITY = Map.of(
            "subject", "name",
            "need", "need",
            "notes", "comment",
            "budget", "amount",
            "channel", "channel",
            "sourceUser", "sourceUser",
            "sourcePartner", "sourcePartner",
            "sourceContact", "sourceContact",
            "sourceActivity", "sourceActivity");
    private static final String COUNTRY = "country";
    private static final String KIND = "kind";

    /**
     * A value on its way.
     *
     * @param from field of the lead
     * @param to field it goes into
     * @param value what goes there
     * @param whole whether that is all the field of the lead says
     */
    record Piece(String from, String to, JsonValue value, boolean whole) {}

    boolean isFilled(String field) {
        return lead.containsKey(field) && !lead.isNull(field) && !JsonValue.EMPTY_JSON_ARRAY.equals(lead.get(field));
    }

    /**
     * What the account gets: of somebody with a contact of their own the numbers at work and the first address, to send
     * bills to; otherwise everything, since it goes nowhere else (S-CON-03).
     */
    List<Piece> toAccount(boolean alone) {
        List<Piece> pieces = new ArrayList<>();
        Stream.of("website", "industry", "employees").forEach(name -> add(pieces, name, name));
        if (isFilled("company")) {
            pieces.add(new Piece("company", "name", lead.get("company"), true));
        }
        if (alone) {
            Stream.of("emails", "phones", "links").forEach(name -> add(pieces, name, name));
        } else {
            atWork().ifPresent(phones -> pieces.add(new Piece("phones", "phones", phones, false)));
        }
        toBill(alone, pieces);
        return pieces;
    }

    private Optional<JsonArray> atWork() {
        JsonArrayBuilder work = Json.createArrayBuilder();
        points("phones").filter(phone -> phone.getString(KIND).equals("WORK")).forEach(work::add);
        JsonArray phones = work.build();
        return phones.isEmpty() ? Optional.empty() : Optional.of(phones);
    }

    private void toBill(boolean alone, List<Piece> pieces) {
        List<JsonObject> addresses = points("addresses").toList();
        if (addresses.isEmpty()) {
            return;
        }
        JsonArrayBuilder given = Json.createArrayBuilder()
                .add(Json.createObjectBuilder(addresses.get(0)).add(KIND, "BILLING"));
        if (alone) {
            addresses.stream().skip(1).forEach(given::add);
        }
        pieces.add(new Piece("addresses", "addresses", given.build(), alone));
        Optional.ofNullable(addresses.get(0).get(COUNTRY))
                .ifPresent(country -> pieces.add(new Piece("addresses", COUNTRY, country, false)));
    }

    /** What the contact gets: the person with all ways to get in touch. Who has one name only goes by it. */
    List<Piece> toContact() {
        List<Piece> pieces = new ArrayList<>();
        add(pieces, "firstName", isFilled("lastName") ? "firstName" : "lastName");
        Stream.of("lastName", "jobTitle").forEach(name -> add(pieces, name, name));
        POINTS.forEach(name -> add(pieces, name, name));
        return pieces;
    }

    List<Piece> toOpportunity() {
        List<Piece> pieces = new ArrayList<>();
        TO_OPPORTUNITY.forEach((from, to) -> add(pieces, from, to));
        return pieces;
    }

    private void add(List<Piece> pieces, String from, String to) {
        if (isFilled(from)) {
            pieces.add(new Piece(from, to, lead.get(from), true));
        }
    }

    private Stream<JsonObject> points(String name) {
        return isFilled(name) ? lead.getJsonArray(name).getValuesAs(JsonObject.class).stream() : Stream.empty();
    }
}
