package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;
import static org.pipewright.deploy.selling.Desk.with;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;

@DisplayName("The tax of a line that nobody chose")
class TaxRulesIT {

    private static final String AUSTRIAN = "ATU12345675";

    private final Desk desk = new Desk();
    private String goods;
    private String service;

    @BeforeEach
    void begin() {
        goods = product("GOODS");
        service = product("SERVICE");
    }

    @Test
    @DisplayName("is reverse charge for services to a business in the Union, and says why (S-TAX-02)")
    void isReverseCharge() {
        String quote = quote(customer("AT", AUSTRIAN));

        JsonObject line = line(quote, object("product", service));

        assertThat(line.getString("taxCategory")).isEqualTo("AE");
        assertThat(line.getString("exemption")).contains("Reverse charge");
        assertThat(line.getString("taxRule")).isEqualTo("Services to businesses in the European Union (AT)");
        assertThat(line(quote, object("product", goods)).getString("taxCategory"))
                .isEqualTo("K");
    }

    @Test
    @DisplayName("is that at home without a number, with a wrong one, and where nobody knows the country")
    void isThatAtHome() {
        assertThat(line(quote(customer("AT", "")), object("product", service)).getString("taxCategory"))
                .isEqualTo("S");
        assertThat(line(quote(customer("AT", "ATU1")), object("product", service))
                        .getString("taxCategory"))
                .isEqualTo("S");
        JsonObject unknown = line(quote(desk.account("Unknown")), object("product", goods));
        assertThat(unknown.getString("taxCategory")).isEqualTo("S");
        assertThat(unknown.getString("taxRule", "")).isEmpty();
    }

    @Test
    @DisplayName("is export for goods that leave the Union")
    void isExport() {
        assertThat(line(quote(customer("US", "")), object("product", goods)).getString("taxCategory"))
                .isEqualTo("G");
    }

    @Test
    @DisplayName("follows the class of the product until somebody chooses another")
    void followsTheClass() {
        desk.anna.done(patch("products/" + goods, object("taxClass", desk.id("tax-classes", "Reduced"))));
        String quote = quote(desk.account("Home"));
        JsonObject line = line(quote, object("product", service));

        JsonObject reduced = changed(line, object("product", goods));
        String standard = Desk.reference(line, "taxCode");
        JsonObject typed = changed(line, object("taxCode", standard));

        assertThat(reduced.getInt("taxRate")).isEqualTo(19);
        JsonObject fresh = line(quote, object("product", goods));
        assertThat(fresh.getInt("taxRate")).isEqualTo(7);
        assertThat(fresh.getString("taxRule")).isEqualTo("Reduced rate");
        assertThat(typed.getString("taxRule", "")).isEmpty();
        assertThat(changed(fresh, object("product", service)).getInt("taxRate")).isEqualTo(19);
    }

    private String product(String type) {
        JsonObject body = object("name", desk.word + " " + type, "type", type, "price", money("10.00"));
        return desk.anna.done(Call.post(ROOT + "products", body)).json().getString("id");
    }

    private String customer(String country, String taxNumber) {
        JsonObject address = object("kind", "BILLING", "city", "Somewhere", "country", country);
        JsonObject body = with(
                object("name", desk.word + " " + country + taxNumber),
                "addresses",
                Json.createArrayBuilder().add(address).build());
        return desk.made("accounts", taxNumber.isEmpty() ? body : with(body, "taxNumber", taxNumber));
    }

    private String quote(String customer) {
        return desk.made("quotes", object("name", desk.word, "account", customer));
    }

    private JsonObject line(String quote, JsonObject line) {
        return desk.rita
                .done(Call.post(ROOT + "quote-lines", with(line, "quote", quote)))
                .json();
    }

    private JsonObject changed(JsonObject line, JsonObject changes) {
        return desk.rita
                .done(patch("quote-lines/" + line.getString("id"), changes))
                .json();
    }

    private static Call patch(String path, JsonObject changes) {
        return Call.of("PATCH", ROOT + path).with(changes).header("If-Match", "*");
    }
}
