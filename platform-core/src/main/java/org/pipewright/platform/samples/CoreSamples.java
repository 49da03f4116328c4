package org.pipewright.platform.samples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.pipewright.platform.spi.records.Records;

/** Accounts, contacts and products to try things out with. */
@ApplicationScoped
class CoreSamples {

    @Inject
    Records records;

    void write() {
        UUID harbour = account("Harbour Logistics", "Logistics", 240, "Hamburg");
        UUID alpine = account("Alpine Optics", "Optics", 85, "Innsbruck");
        UUID meadow = account("Meadow Foods", "Food", 1_200, "Utrecht");
        contact("Hanna", "Hafen", "Head of purchasing", harbour);
        contact("Otto", "Steiner", "Managing director", alpine);
        contact("Mila", "Visser", "Head of IT", meadow);
        product("Starter package");
        product("Team package");
    }

    private UUID account(String name, String industry, int employees, String city) {
        JsonObjectBuilder address =
                Json.createObjectBuilder().add("kind", "BILLING").add("city", city);
        return records.create(
                "core.account",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("customer", true)
                        .add("industry", industry)
                        .add("employees", employees)
                        .add("addresses", Json.createArrayBuilder().add(address))
                        .build());
    }

    private void contact(String firstName, String lastName, String jobTitle, UUID account) {
        String address = firstName.toLowerCase() + "." + lastName.toLowerCase() + "@sample.example";
        records.create(
                "core.contact",
                Json.createObjectBuilder()
                        .add("firstName", firstName)
                        .add("lastName", lastName)
                        .add("jobTitle", jobTitle)
                        .add("account", account.toString())
                        .add(
                                "emails",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder().add("value", address)))
                        .build());
    }

    private void product(String name) {
        records.create(
                "core.product", Json.createObjectBuilder().add("name", name).build());
    }
}
