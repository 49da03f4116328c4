package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.DemoMember;

/** Terms agreed with an account, of which those in force can be chosen for its deals (S-ACC-09). */
class TermsOfSaleIT {

    private final Office office = new Office(DemoMember.MAX_MANAGER);
    private String account;

    @BeforeEach
    void makeAnAccount() {
        account = office.id("accounts", "{'name': '" + Office.unique() + "'}");
    }

    private String terms(String of, String more) {
        return office.id(
                "terms-of-sale",
                "{'name': 'T " + Office.unique() + "', 'account': '" + of + "', 'currency': 'EUR',"
                        + " 'paymentDays': 14, 'discountLimit': 7.5" + more + "}");
    }

    private Answer deal(String terms) {
        return office.post("opportunities", "{'name': 'D', 'account': '" + account + "', 'terms': '" + terms + "'}");
    }

    @Test
    void inForceCanBeChosen() {
        assertThat(deal(terms(account, "")).status()).isEqualTo(201);
        assertThat(deal(terms(account, ", 'validFrom': '2020-01-01', 'validUntil': '2999-01-01'"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void thatAreOverOrHaveNotBegunCannot() {
        assertThat(deal(terms(account, ", 'validUntil': '2020-01-01'")).fields())
                .containsExactly("terms");
        assertThat(deal(terms(account, ", 'validFrom': '2999-01-01'")).fields()).containsExactly("terms");
    }

    @Test
    void ofAnotherAccountCannot() {
        String other = office.id("accounts", "{'name': '" + Office.unique() + "'}");

        assertThat(deal(terms(other, "")).fields()).containsExactly("terms");

        String deal = deal(terms(account, "")).json().getString("id");
        assertThat(office.patch("opportunities/" + deal, "{'account': '" + other + "'}")
                        .fields())
                .containsExactly("terms");
    }

    @Test
    void thatEndedStayWithTheDealsMadeOnThem() {
        String terms = terms(account, "");
        String deal = deal(terms).json().getString("id");

        office.patch("terms-of-sale/" + terms, "{'validUntil': '2020-01-01'}");

        assertThat(office.patch("opportunities/" + deal, "{'name': 'Other'}").status())
                .isEqualTo(200);
    }

    @Test
    void doNotEndBeforeTheyBegin() {
        assertThat(office.post(
                                "terms-of-sale",
                                "{'name': 'T', 'account': '" + account
                                        + "', 'validFrom': '2026-02-01', 'validUntil': '2026-01-01'}")
                        .fields())
                .containsExactly("validUntil");
    }

    @Test
    void areOfferedByTheFormWithTheSameCriteria() {
        JsonObject type = office.read("manifest").getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("name").equals("sales.opportunity"))
                .findFirst()
                .orElseThrow();

        String offered = type.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .filter(field -> field.getString("name").equals("terms"))
                .findFirst()
                .orElseThrow()
                .getString("offered");

        String valid = terms(account, "");
        terms(account, ", 'validUntil': '2020-01-01'");
        assertThat(office.found("terms-of-sale", offered.replace("{account}", account)))
                .extracting(found -> found.getString("id"))
                .containsExactly(valid);
    }
}
