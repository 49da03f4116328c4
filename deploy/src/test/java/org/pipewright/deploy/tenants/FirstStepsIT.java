package org.pipewright.deploy.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;

/** S-TEN-07: the first steps remember how far the tenant has come, and who does not want to see them. */
class FirstStepsIT {

    private final Newcomer tenant = new Newcomer();

    @Test
    void areDoneByWhatHappensOrBySayingSo() {
        assertThat(done("invite")).isFalse();

        tenant.admin().done(tenant.invitation("ivo@" + tenant.slug() + ".example"));
        tenant.admin().done(Call.put(tenant.path("first-steps/currencies"), flag("done", true)));

        assertThat(done("invite")).isTrue();
        assertThat(done("currencies")).isTrue();
        assertThat(done("import")).isFalse();
        tenant.admin().done(Call.put(tenant.path("first-steps/currencies"), flag("done", false)));
        assertThat(done("currencies")).isFalse();
        assertThat(tenant.admin()
                        .send(Call.put(tenant.path("first-steps/dance"), flag("done", true)))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void areDismissedByOnePersonAlone() {
        tenant.admin().done(Call.put(tenant.path("first-steps"), flag("dismissed", true)));

        assertThat(view().getBoolean("dismissed")).isTrue();
        assertThat(tenant.console()
                        .query(
                                "select count(*) from core.first_steps_dismissal where tenant_id = ?::uuid",
                                tenant.id()))
                .containsExactly("1");
    }

    private boolean done(String step) {
        return view().getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("step").equals(step))
                .findFirst()
                .orElseThrow()
                .getBoolean("done");
    }

    private JsonObject view() {
        return tenant.admin().read(tenant.path("first-steps"));
    }

    private static JsonObject flag(String name, boolean value) {
        return Json.createObjectBuilder().add(name, value).build();
    }
}
