package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** Accounts, who belongs to them, and what their deals are worth (S-ACC, S-CON-02). */
class AccountsIT {

    private final Office office = new Office(DemoMember.ANNA_ADMIN);
    private final String name = Office.unique();

    private String account(String suffix) {
        return office.id("accounts", "{'name': '" + name + suffix + "'}");
    }

    private String deal(String account, String amount) {
        return office.id(
                "opportunities",
                "{'name': 'Deal " + name + "', 'account': '" + account + "', 'amount': {'amount': '" + amount
                        + "', 'currency': 'EUR'}}");
    }

    private String worth(String account) {
        JsonObject value = office.read("accounts/" + account).getJsonObject("lifetimeValue");
        return value.getString("amount");
    }

    private void win(String deal) {
        assertThat(office.post("opportunities/" + deal + "/win", "{'actualClose': '2026-11-20'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void mayBeSeveralThingsAtOnce() {
        office.create("accounts", "{'name': '" + name + "', 'customer': true, 'competitor': true}");

        assertThat(office.found("accounts", "name==" + name + ";customer==true;competitor==true"))
                .hasSize(1);
        assertThat(office.found("accounts", "name==" + name + ";partner==true")).isEmpty();
    }

    @Test
    void addUpWhatWasWon() {
        String account = account("");
        String first = deal(account, "100.00");
        String second = deal(account, "50.00");

        win(first);
        win(second);
        assertThat(worth(account)).isEqualTo("150.00");

        office.delete("opportunities/" + second);
        assertThat(worth(account)).isEqualTo("100.00");

        office.send(Call.of("POST", Office.path("opportunities/" + second + "/restore")));
        assertThat(worth(account)).isEqualTo("150.00");
    }

    @Test
    void countDealsThatAreWonAtTheSameTime() {
        String account = account("");
        List<String> deals = List.of(deal(account, "10.00"), deal(account, "10.00"), deal(account, "10.00"));

        CompletableFuture.allOf(deals.stream()
                        .map(deal -> CompletableFuture.runAsync(() -> win(deal)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(worth(account)).isEqualTo("30.00");
    }

    @Test
    void stayWhileADealIsOpen() {
        String account = account("");
        String deal = deal(account, "10.00");

        Answer refused = office.delete("accounts/" + account);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().getJsonArray("blocking").getJsonObject(0).getString("id"))
                .isEqualTo(deal);
        office.post("opportunities/" + deal + "/win", "{'actualClose': '2026-11-20'}");
        assertThat(office.delete("accounts/" + account).status()).isEqualTo(204);
        office.done(Call.of("POST", Office.path("accounts/" + account + "/restore")));
        assertThat(office.found("opportunities", "account==" + account)).hasSize(1);
    }

    @Test
    void neverStandBelowThemselves() {
        String top = account(" top");
        String below = office.id("accounts", "{'name': '" + name + " below', 'parent': '" + top + "'}");

        assertThat(office.patch("accounts/" + top, "{'parent': '" + below + "'}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void neverStandBelowThemselvesAfterTwoMovesAtOnce() {
        for (int round = 0; round < 5; round++) {
            String one = account(" one" + round);
            String other = account(" other" + round);

            CompletableFuture<Answer> first =
                    CompletableFuture.supplyAsync(() -> office.patch("accounts/" + one, "{'parent': '" + other + "'}"));
            CompletableFuture<Answer> second =
                    CompletableFuture.supplyAsync(() -> office.patch("accounts/" + other, "{'parent': '" + one + "'}"));

            assertThat(List.of(first.join().status(), second.join().status())).containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void rollUpTheDealsOfThoseBelow() {
        String top = account(" top");
        String below = office.id("accounts", "{'name': '" + name + " below', 'parent': '" + top + "'}");
        deal(top, "100.00");
        deal(below, "20.00");

        JsonObject groups = office.done(Call.get(Office.path("opportunities/groups"))
                        .query("by", "outcome")
                        .query("sum", "amount")
                        .query("filter", "account=under=" + top))
                .json();

        assertThat(groups.getJsonObject("total").getInt("count")).isEqualTo(2);
        assertThat(groups.getJsonObject("total").getJsonObject("sum").getString("amount"))
                .isEqualTo("120.00");
    }

    @Test
    void keepWhoBelongedToThem() {
        String before = account(" before");
        String now = account(" now");
        String contact = office.id("contacts", "{'lastName': '" + name + "', 'account': '" + before + "'}");
        office.patch("accounts/" + before, "{'mainContact': '" + contact + "'}");

        office.patch("contacts/" + contact, "{'account': '" + now + "'}");

        assertThat(office.found("affiliations", "contact==" + contact + ";active==true"))
                .extracting(each -> each.getJsonObject("account").getString("id"))
                .containsExactly(now);
        JsonObject left = office.found("affiliations", "account==" + before).get(0);
        assertThat(left.getBoolean("active")).isFalse();
        assertThat(left.isNull("until")).isFalse();
        assertThat(office.read("accounts/" + before).isNull("mainContact")).isTrue();
    }

    @Test
    void shareContacts() {
        String main = account(" main");
        String other = account(" other");
        String contact = office.id("contacts", "{'lastName': '" + name + "', 'account': '" + main + "'}");
        office.create("affiliations", "{'contact': '" + contact + "', 'account': '" + other + "', 'role': 'Adviser'}");

        assertThat(office.post(
                                "opportunities",
                                "{'name': 'D', 'account': '" + other + "', 'contact': '" + contact + "'}")
                        .status())
                .isEqualTo(201);
        assertThat(office.post("affiliations", "{'contact': '" + contact + "', 'account': '" + other + "'}")
                        .fields())
                .contains("contact");
        assertThat(office.patch("accounts/" + account(" third"), "{'mainContact': '" + contact + "'}")
                        .fields())
                .containsExactly("mainContact");
    }

    @Test
    void comeWithTheirBusinessCustomers() {
        String customer = office.id("customers", "{'name': '" + name + "'}");

        JsonObject account = office.found("accounts", "name==" + name).get(0);
        assertThat(office.read("customers/" + customer).getJsonObject("account").getString("id"))
                .isEqualTo(account.getString("id"));
        JsonObject deal = office.create("opportunities", "{'name': 'Deal', 'customer': '" + customer + "'}");
        assertThat(deal.getJsonObject("account").getString("id")).isEqualTo(account.getString("id"));
        assertThat(office.post(
                                "opportunities",
                                "{'name': 'D', 'customer': '" + customer + "', 'account': '" + account("x") + "'}")
                        .fields())
                .containsExactly("customer");
    }

    @Test
    void tellWhenTheCheckDigitOfTheTaxNumberIsWrong() {
        String account = office.id("accounts", "{'name': '" + name + "', 'taxNumber': 'DE136695978'}");
        assertThat(office.read("accounts/" + account).getString("taxNumberStanding"))
                .isEqualTo("WRONG_CHECK_DIGIT");

        office.patch("accounts/" + account, "{'taxNumber': 'DE 136 695 976'}");
        assertThat(office.read("accounts/" + account).getString("taxNumberStanding"))
                .isEqualTo("PLAUSIBLE");
    }

    @Test
    void keepWhatTheTaxRegisterSaidOfThisNumberWithItsDay() {
        String account = office.id("accounts", "{'name': '" + name + "', 'taxNumber': 'DE136695976'}");

        office.post("accounts/" + account + "/record-tax-check", "{'result': 'VALID', 'checkedOn': '2026-11-02'}");
        JsonObject checked = office.read("accounts/" + account);
        assertThat(checked.getString("taxNumberAnswer")).isEqualTo("VALID");
        assertThat(checked.getString("taxNumberCheckedOn")).isEqualTo("2026-11-02");

        office.patch("accounts/" + account, "{'taxNumber': 'ATU13585627'}");
        assertThat(office.read("accounts/" + account).isNull("taxNumberAnswer")).isTrue();
    }

    /** Whatever is made and changed between two pages, each that was there is read once (S-SRCH-02). */
    @ParameterizedTest
    @ValueSource(strings = {"name", "-createdAt", "industry"})
    void areReadOnceEachWhileOthersAreMadeAndChanged(String sort) {
        List<String> there =
                Stream.of("b", "d", "f", "h", "j").map(this::account).toList();
        List<String> read = new ArrayList<>();
        String next = page(sort, "", read);

        for (String between : List.of("a", "e", "k")) {
            account(between);
            for (String changed : List.of(there.get(0), there.get(4))) {
                office.patch("accounts/" + changed, "{'website': '" + between + ".example'}");
            }
            next = page(sort, next, read);
        }

        assertThat(read).doesNotHaveDuplicates().containsAll(there);
    }

    /** Reads on to the end where that is near, at most to the next page; returns where it goes on. */
    private String page(String sort, String after, List<String> read) {
        if (after.isEmpty() && !read.isEmpty()) {
            return "";
        }
        Call call = Call.get(Office.path("accounts"))
                .query("filter", "name==" + name + "*")
                .query("sort", sort)
                .query("limit", "2");
        JsonObject page =
                office.done(after.isEmpty() ? call : call.query("after", after)).json();
        page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> read.add(item.getString("id")));
        return page.getString("next", "");
    }
}
