package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** Several records become one: fields by choice, everything that refers to them moves, old addresses lead on (S-DUP-04). */
class MergeIT {

    private final Office office = new Office(DemoMember.ANNA_ADMIN);
    private String name;

    @BeforeEach
    void chooseAName() {
        name = Office.unique();
    }

    private String account(String suffix, String more) {
        return office.id("accounts", "{'name': '" + name + suffix + "'" + more + "}");
    }

    private Answer merge(Office who, String winner, String loser, String more) {
        return who.post("accounts/" + winner + "/merge", "{'losers': ['" + loser + "']" + more + "}");
    }

    private static List<String> values(JsonObject record, String list) {
        return record.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(point -> point.getString("value"))
                .toList();
    }

    @Test
    void takeTheValuesThatWereChosen() {
        String winner = account("", ", 'industry': 'Tea', 'emails': [{'value': 'a@" + name + ".example'}]");
        String loser = account(
                " Ltd",
                ", 'industry': 'Coffee', 'legalName': 'L', 'emails': [{'value': 'A@" + name
                        + ".example'}, {'value': 'b@" + name + ".example'}]");

        Answer merged = merge(office, winner, loser, ", 'take': {'name': '" + loser + "'}, 'append': ['emails']");

        assertThat(merged.status()).as(merged.toString()).isEqualTo(204);
        JsonObject one = office.read("accounts/" + winner);
        assertThat(one.getString("name")).isEqualTo(name + " Ltd");
        assertThat(one.getString("industry")).isEqualTo("Tea");
        assertThat(one.getString("legalName")).isEqualTo("L");
        assertThat(values(one, "emails")).containsExactly("a@" + name + ".example", "b@" + name + ".example");
    }

    @Test
    void keepEverythingThatReferredToThem() {
        String winner = account("", "");
        String loser = account(" 2", "");
        String child = account(" child", ", 'parent': '" + loser + "'");
        String contact = office.id("contacts", "{'lastName': '" + name + "', 'account': '" + loser + "'}");
        String deal = office.id(
                "opportunities",
                "{'name': 'D', 'account': '" + loser + "', 'amount': {'amount': '70.00', 'currency': 'EUR'}}");
        office.post("opportunities/" + deal + "/win", "{'actualClose': '2026-11-20'}");
        String tag = office.id("tags", "{'name': '" + name + "', 'shared': true}");
        office.post("accounts/" + loser + "/tags", "{'add': ['" + tag + "']}");

        assertThat(merge(office, winner, loser, "").status()).isEqualTo(204);

        assertThat(office.found("opportunities", "account==" + winner)).hasSize(1);
        assertThat(office.found("accounts", "parent==" + winner))
                .extracting(found -> found.getString("id"))
                .containsExactly(child);
        assertThat(office.found("contacts", "account==" + winner)).hasSize(1);
        assertThat(office.found("affiliations", "contact==" + contact + ";account==" + winner + ";active==true"))
                .hasSize(1);
        assertThat(office.found("accounts", "tags==" + tag))
                .extracting(found -> found.getString("id"))
                .containsExactly(winner);
        assertThat(office.read("accounts/" + winner)
                        .getJsonObject("lifetimeValue")
                        .getString("amount"))
                .isEqualTo("70.00");
    }

    @Test
    void ofWhichOneStoodBelowTheOtherStandBelowNobody() {
        String parent = account("", "");
        String child = account(" child", ", 'parent': '" + parent + "'");

        assertThat(merge(office, child, parent, "").status()).isEqualTo(204);

        assertThat(office.read("accounts/" + child).isNull("parent")).isTrue();
    }

    @Test
    void endAffiliationsThatSayTheSame() {
        String account = account("", "");
        String first = office.id("contacts", "{'lastName': '" + name + "', 'account': '" + account + "'}");
        String second = office.id("contacts", "{'lastName': '" + name + " 2', 'account': '" + account + "'}");

        assertThat(office.post("contacts/" + first + "/merge", "{'losers': ['" + second + "']}")
                        .status())
                .isEqualTo(204);

        assertThat(office.found("affiliations", "contact==" + first + ";active==true"))
                .hasSize(1);
        assertThat(office.found("affiliations", "contact==" + first + ";active==false"))
                .hasSize(1);
    }

    @Test
    void leadFromTheOldAddressToTheNewOne() {
        String winner = account("", "");
        String middle = account(" 2", "");
        String loser = account(" 3", "");
        merge(office, middle, loser, "");
        merge(office, winner, middle, "");

        Answer moved = office.send(Call.get(Office.path("accounts/" + loser)));

        assertThat(moved.status()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location").orElse("")).endsWith("/accounts/" + winner);
        assertThat(office.found("accounts", "name==" + name + "*")).hasSize(1);
    }

    @Test
    void needTheRightToEditAllAndToDeleteTheLosers() {
        Office rep = new Office(DemoMember.RITA_REP);
        String winner = rep.id("accounts", "{'name': '" + name + "'}");
        String loser = rep.id("accounts", "{'name': '" + name + " 2'}");

        assertThat(merge(rep, winner, loser, "").status()).isEqualTo(403);
        assertThat(rep.found("accounts", "name==" + name + "*")).hasSize(2);
    }

    @Test
    void refuseChoicesThatMakeNoSense() {
        String winner = account("", "");
        String loser = account(" 2", "");
        String stranger = account(" 3", "");

        assertThat(merge(office, winner, winner, "").fields()).containsExactly("losers");
        assertThat(merge(office, winner, loser, ", 'take': {'name': '" + stranger + "'}")
                        .fields())
                .containsExactly("take.name");
        assertThat(merge(office, winner, loser, ", 'append': ['industry']").fields())
                .containsExactly("append");
        String product = office.id("products", "{'name': '" + name + "'}");
        assertThat(office.post("products/" + product + "/merge", "{'losers': ['" + loser + "']}")
                        .status())
                .isEqualTo(409);
    }
}
