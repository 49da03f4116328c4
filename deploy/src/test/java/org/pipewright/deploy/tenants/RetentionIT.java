package org.pipewright.deploy.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

/** History is kept as long as the tenant says, for each record type (S-AUD-04). */
class RetentionIT {

    private final Newcomer tenant = new Newcomer();

    private Answer keep(String recordType, int days) {
        return tenant.admin()
                .send(Call.put(
                        tenant.path("retention/" + recordType),
                        Json.createObjectBuilder().add("days", days).build()));
    }

    private List<String> titles(String subject) {
        return tenant
                .admin()
                .done(Call.get(tenant.path("audit")).query("subject", subject))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(line -> line.getString("title"))
                .toList();
    }

    private void age(String title, int days) {
        tenant.console()
                .execute(
                        "update core.history set at = now() - make_interval(days => ?) where tenant_id = ?::uuid and title = ?",
                        days,
                        tenant.id(),
                        title);
    }

    @Test
    void letsGoWhatIsOlderOfThatTypeOnly() {
        tenant.admin().done(tenant.account("Old"));
        tenant.admin().done(tenant.account("Young"));
        tenant.admin()
                .done(Call.post(
                        tenant.path("products"),
                        Json.createObjectBuilder().add("name", "Old product").build()));
        age("Old", 100);
        age("Old product", 100);

        assertThat(keep("core.account", 90).status()).isEqualTo(200);

        assertThat(titles("core.account")).contains("Young").doesNotContain("Old");
        assertThat(titles("core.product")).contains("Old product");
        assertThat(titles("retention:core.account")).hasSize(1);
    }

    @Test
    void keepsAMonthAtLeast() {
        assertThat(keep("core.account", 29).fields()).containsExactly("days");
        assertThat(keep("core.nothing", 90).status()).isEqualTo(404);
    }
}
