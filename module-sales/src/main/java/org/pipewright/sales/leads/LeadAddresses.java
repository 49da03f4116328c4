package org.pipewright.sales.leads;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a lead's contact points goes to the contact and what to the account it becomes (S-CON-03). */
record LeadAddresses(JsonObject lead) {

    private static final String COUNTRY = "country";
    private static final String KIND = "kind";

    /** Gives all of them to a new contact. */
    JsonObjectBuilder toContact(JsonObjectBuilder members) {
        Stream.of("emails", "phones", "addresses", "links")
                .filter(name -> !points(name).isEmpty())
                .forEach(name -> members.add(name, points(name)));
        return members;
    }

    /** Gives those of the company to a new account: the numbers at work, and the first address to send bills to. */
    JsonObjectBuilder toAccount(JsonObjectBuilder members) {
        JsonArrayBuilder phones = Json.createArrayBuilder();
        points("phones").getValuesAs(JsonObject.class).stream()
                .filter(phone -> phone.getString(KIND).equals("WORK"))
                .forEach(phones::add);
        members.add("phones", phones);
        address().ifPresent(address -> {
            members.add(
                    "addresses",
                    Json.createArrayBuilder()
                            .add(Json.createObjectBuilder(address).add(KIND, "BILLING")));
            Optional.ofNullable(address.get(COUNTRY)).ifPresent(country -> members.add(COUNTRY, country));
        });
        return members;
    }

    private Optional<JsonObject> address() {
        return points("addresses").getValuesAs(JsonObject.class).stream().findFirst();
    }

    private JsonArray points(String name) {
        return lead.containsKey(name) && !lead.isNull(name) ? lead.getJsonArray(name) : JsonArray.EMPTY_JSON_ARRAY;
    }
}
