package org.pipewright.deploy.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;

/** Sample data comes and goes without a real record going with it (S-TEN-06). */
class SampleDataIT {

    private final Newcomer tenant = new Newcomer();

    private List<String> titles(String records, String field) {
        return tenant
                .admin()
                .done(Call.get(tenant.path(records)).query("fields", field).query("sort", field))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(record -> record.getString(field))
                .toList();
    }

    private int marked() {
        return tenant.admin().read(tenant.path("sample-data")).getInt("records");
    }

    @Test
    void goesInOneActionAndNothingElseDoes() {
        tenant.admin().done(tenant.account("Harbour Logistics"));

        tenant.admin().done(Call.of("POST", tenant.path("sample-data")));
        assertThat(titles("accounts", "name"))
                .containsExactly("Alpine Optics", "Harbour Logistics", "Harbour Logistics", "Meadow Foods");
        assertThat(titles("leads", "name")).hasSize(2);
        String sample = tenant.admin()
                .done(Call.get(tenant.path("accounts")).query("filter", "name==Alpine*"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        tenant.admin()
                .done(Call.post(
                        tenant.path("opportunities"),
                        Json.createObjectBuilder()
                                .add("name", "Real deal")
                                .add("account", sample)
                                .build()));

        tenant.admin().done(Call.of("DELETE", tenant.path("sample-data")));

        assertThat(titles("accounts", "name")).containsExactly("Harbour Logistics");
        assertThat(titles("opportunities", "name")).containsExactly("Real deal");
        assertThat(titles("leads", "name")).isEmpty();
        assertThat(titles("contacts", "name")).isEmpty();
        assertThat(titles("affiliations", "name")).isEmpty();
        assertThat(marked()).isZero();
    }

    @Test
    void comesOnceUntilItIsRemoved() {
        tenant.admin().done(Call.of("POST", tenant.path("sample-data")));
        assertThat(marked()).isPositive();

        assertThat(tenant.admin()
                        .send(Call.of("POST", tenant.path("sample-data")))
                        .status())
                .isEqualTo(409);

        tenant.admin().done(Call.of("DELETE", tenant.path("sample-data")));
        tenant.admin().done(Call.of("POST", tenant.path("sample-data")));
    }
}
