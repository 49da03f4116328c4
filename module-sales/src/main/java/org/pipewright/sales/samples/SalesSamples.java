package org.pipewright.sales.samples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.samples.SampleData;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Leads, and opportunities with the accounts the core has made. */
@ApplicationScoped
class SalesSamples implements SampleData {

    @Inject
    Records records;

    @Inject
    CurrentCaller caller;

    @Inject
    CurrentTenant tenant;

    @Override
    public void write(Locale language) {
        if (caller.hasFeature("sales.leads")) {
            lead("Nora", "Lind", "Northern Timber", "Wants to replace three separate tools");
            lead("Piet", "Bakker", "Bakker Bicycles", "Met at the trade fair");
        }
        if (caller.hasFeature("sales.opportunities")) {
            opportunity("Harbour Logistics", "Rollout to all sites", "48000.00", 30);
            opportunity("Alpine Optics", "Pilot in sales", "9900.00", 14);
            opportunity("Meadow Foods", "Team package", "4900.00", 60);
        }
    }

    private void lead(String firstName, String lastName, String company, String need) {
        String address = firstName.toLowerCase(Locale.ROOT) + "@sample.example";
        records.create(
                "sales.lead",
                Json.createObjectBuilder()
                        .add("firstName", firstName)
                        .add("lastName", lastName)
                        .add("company", company)
                        .add("need", need)
                        .add(
                                "emails",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder().add("value", address)))
                        .build());
    }

    private void opportunity(String account, String name, String amount, int days) {
        JsonObjectBuilder money =
                Json.createObjectBuilder().add("amount", amount).add("currency", tenant.currency());
        records.having("core.account", "name", account)
                .ifPresent(id -> records.create(
                        "sales.opportunity",
                        Json.createObjectBuilder()
                                .add("name", name)
                                .add("account", id.toString())
                                .add("amount", money)
                                .add(
                                        "expectedClose",
                                        tenant.today().plusDays(days).toString())
                                .build()));
    }
}
