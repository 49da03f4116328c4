package org.pipewright.sales.leads;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The addresses and numbers of a lead as the lists of contact points that accounts and contacts have (S-CON-03). */
record LeadAddresses(JsonObject lead) {

    private static final List<String> PARTS = List.of("street", "postalCode", "city", "region", "country");
    private static final Map<String, String> EMAILS = inOrder("email", "WORK", "otherEmail", "OTHER");
    private static final Map<String, String> PHONES = inOrder("phone", "WORK", "mobile", "MOBILE");
    private static final Map<String, String> COMPANY_PHONES = Map.of("phone", "WORK");

    private static Map<String, String> inOrder(String first, String kind, String second, String otherKind) {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put(first, kind);
        kinds.put(second, otherKind);
        return kinds;
    }

    /** Gives them to a new contact. */
    JsonObjectBuilder toContact(JsonObjectBuilder members) {
        add(members, "emails", values(EMAILS));
        add(members, "phones", values(PHONES));
        add(members, "addresses", address("WORK"));
        return members;
    }

    /** Gives those of the company to a new account. */
    JsonObjectBuilder toAccount(JsonObjectBuilder members) {
        add(members, "phones", values(COMPANY_PHONES));
        add(members, "addresses", address("BILLING"));
        return members;
    }

    private static void add(JsonObjectBuilder members, String name, JsonArray points) {
        if (!points.isEmpty()) {
            members.add(name, points);
        }
    }

    private JsonArray values(Map<String, String> kinds) {
        JsonArrayBuilder points = Json.createArrayBuilder();
        kinds.forEach((field, kind) -> {
            if (has(field)) {
                points.add(Json.createObjectBuilder().add("kind", kind).add("value", lead.get(field)));
            }
        });
        return points.build();
    }

    private JsonArray address(String kind) {
        JsonArrayBuilder points = Json.createArrayBuilder();
        if (PARTS.stream().anyMatch(this::has)) {
            JsonObjectBuilder point = Json.createObjectBuilder().add("kind", kind);
            PARTS.stream().filter(this::has).forEach(part -> point.add(part, lead.get(part)));
            points.add(point);
        }
        return points.build();
    }

    private boolean has(String field) {
        return lead.containsKey(field) && !lead.isNull(field);
    }
}
