package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Several e-mail addresses, numbers and addresses of one contact (S-CON-01). */
class ContactPointsIT {

    private final Office office = new Office(DemoMember.ANNA_ADMIN);
    private final String name = Office.unique();

    @Test
    void keepsSeveralWithThePrimaryOneFirst() {
        JsonObject contact = office.create(
                "contacts",
                "{'lastName': '" + name + "', 'emails': [{'kind': 'PRIVATE', 'value': 'home@" + name + ".example'},"
                        + " {'kind': 'WORK', 'value': 'work@" + name + ".example', 'primary': true}]}");

        assertThat(contact.getJsonArray("emails").getValuesAs(JsonObject.class))
                .extracting(email -> email.getString("value"), email -> email.getBoolean("primary"))
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("work@" + name + ".example", true),
                        org.assertj.core.api.Assertions.tuple("home@" + name + ".example", false));
    }

    @Test
    void refusesTwoPrimaries() {
        Answer answer = office.post(
                "contacts",
                "{'lastName': '" + name + "', 'phones': [{'value': '+49 30 1234567', 'primary': true},"
                        + " {'value': '+49 30 7654321', 'primary': true}]}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly("phones");
    }

    @Test
    void makesTheFirstPrimaryWhenNoneIsMarked() {
        JsonObject contact = office.create(
                "contacts", "{'lastName': '" + name + "', 'links': [{'kind': 'XING', 'value': 'xing.example/a'}]}");

        assertThat(contact.getJsonArray("links").getJsonObject(0).getBoolean("primary"))
                .isTrue();
    }

    @Test
    void isFoundByAnyOfThem() {
        office.create(
                "contacts",
                "{'lastName': '" + name + "', 'emails': [{'value': 'first@" + name + ".example'},"
                        + " {'value': 'Second@" + name + ".example'}],"
                        + " 'addresses': [{'kind': 'WORK', 'city': 'Köln " + name + "'},"
                        + " {'kind': 'PRIVATE', 'city': 'Bonn " + name + "', 'country': 'DE'}]}");

        assertThat(office.searched("contacts", "second@" + name)).hasSize(1);
        assertThat(office.found("contacts", "emails==second@" + name + ".example"))
                .hasSize(1);
        assertThat(office.found("contacts", "emails=like=second@" + name)).hasSize(1);
        assertThat(office.found("contacts", "addresses=like=\"bonn " + name + "\""))
                .hasSize(1);
        assertThat(office.found("contacts", "addresses.city=like=\"koln " + name + "\";addresses.country==DE"))
                .hasSize(1);
        assertThat(office.found("contacts", "lastName==" + name + ";emails!=second@" + name + ".example"))
                .isEmpty();
        assertThat(office.found("contacts", "lastName==" + name + ";phones=isnull=true"))
                .hasSize(1);
    }

    @Test
    void findsANumberInAnyFormat() {
        String digits = String.valueOf(System.nanoTime()).substring(4, 11);
        JsonObject contact =
                office.create("contacts", "{'lastName': '" + name + "', 'phones': [{'value': '030 " + digits + "'}]}");

        assertThat(contact.getJsonArray("phones").getJsonObject(0).getString("e164"))
                .isEqualTo("+4930" + digits);
        assertThat(office.found("contacts", "phones==\"+49 (30) " + digits + "\""))
                .hasSize(1);
        assertThat(office.searched("contacts", "+4930" + digits)).hasSize(1);
    }

    @Test
    void comesBackUnchangedThroughAFile() {
        office.create(
                "contacts",
                "{'lastName': '" + name + "', 'phones': [{'kind': 'MOBILE', 'value': '+49 171 2345678'},"
                        + " {'kind': 'WORK', 'value': '+49 30 1234567', 'primary': true}],"
                        + " 'addresses': [{'kind': 'BILLING', 'street': 'Weg 1', 'postalCode': '10115',"
                        + " 'city': 'Berlin', 'country': 'DE'}]}");
        String file = office.done(Call.get(Office.path("contacts/export"))
                        .query("filter", "lastName==" + name)
                        .query("header", "names")
                        .query("fields", "lastName,phones,addresses")
                        .query("bom", "false"))
                .body();
        String other = Office.unique();

        importContacts(file.replace(name, other).replaceAll("(?m)^[0-9a-f-]{36},", ","));

        assertThat(office.found("contacts", "lastName==" + other).get(0).get("phones"))
                .isEqualTo(office.found("contacts", "lastName==" + name).get(0).get("phones"));
        assertThat(office.found("contacts", "lastName==" + other).get(0).get("addresses"))
                .isEqualTo(office.found("contacts", "lastName==" + name).get(0).get("addresses"));
    }

    @Test
    void takesThemFromColumnsOfTheirOwn() {
        importContacts("lastName;mobile;telephone;street;zip;city\n" + name
                + ";0171 2345678;030 1234567;Weg 1;10115;Berlin\n");

        JsonObject contact = office.found("contacts", "lastName==" + name).get(0);

        assertThat(contact.getJsonArray("phones").getValuesAs(JsonObject.class))
                .extracting(phone -> phone.getString("kind"))
                .containsExactlyInAnyOrder("MOBILE", "WORK");
        assertThat(contact.getJsonArray("addresses").getJsonObject(0).getString("city"))
                .isEqualTo("Berlin");
    }

    /** Runs an import with the mapping the product suggests. */
    private void importContacts(String file) {
        JsonObject imported = office.done(Call.of("POST", Office.path("imports"))
                        .query("recordType", "core.contact")
                        .with("text/csv", file))
                .json();
        String run = "imports/" + imported.getString("id");
        JsonObject mapping = office.read(run).getJsonObject("mapping");
        office.done(Call.put(Office.path(run + "/mapping"), mapping));
        List.of("validate", "run").forEach(step -> {
            office.done(Call.of("POST", Office.path(run + "/" + step)));
            RunningProduct.eventually(
                    "import: " + step,
                    () -> office.read(run).getString("work", "").isEmpty());
        });
    }
}
