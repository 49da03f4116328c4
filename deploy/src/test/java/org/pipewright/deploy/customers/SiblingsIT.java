package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** The other deals of a customer on the page of each, unless the tenant does without (S-ACC-04). */
class SiblingsIT {

    private static final String FEATURE = "features/sales.deals-of-customer";

    private final Office office = new Office(DemoMember.MAX_MANAGER);
    private final Office admin = new Office(DemoMember.ANNA_ADMIN);

    @AfterEach
    void showThemAgain() {
        choose(true);
    }

    private void choose(boolean value) {
        admin.done(Call.put(
                Office.path(FEATURE),
                Json.createObjectBuilder().add("enabled", value).build()));
    }

    private JsonObject opportunities() {
        return office.read("manifest").getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("name").equals("sales.opportunity"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void areTheOthersOfTheSameAccount() {
        String account = office.id("accounts", "{'name': '" + Office.unique() + "'}");
        String other = office.id("accounts", "{'name': '" + Office.unique() + "'}");
        String deal = office.id("opportunities", "{'name': 'One', 'account': '" + account + "'}");
        String sibling = office.id("opportunities", "{'name': 'Two', 'account': '" + account + "'}");
        office.id("opportunities", "{'name': 'Three', 'account': '" + other + "'}");

        assertThat(opportunities().getJsonArray("siblings").getJsonObject(0).getString("by"))
                .isEqualTo("account");
        assertThat(office.found("opportunities", "account==" + account + ";id!=" + deal))
                .extracting(found -> found.getString("id"))
                .containsExactly(sibling);
    }

    @Test
    void areHiddenWithTheirFeature() {
        choose(false);

        assertThat(opportunities().getJsonArray("siblings")).isEmpty();
    }
}
