package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.amount;
import static org.pipewright.deploy.billing.Ledger.json;
import static org.pipewright.deploy.billing.Ledger.made;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Chores;
import org.pipewright.deploy.product.Console;

@DisplayName("A check of the books")
class LedgerChecksIT {

    private final Ledger ledger = new Ledger();

    @Test
    @DisplayName("finds nothing about what the product wrote, and what somebody changed in the database (S-INV-14)")
    void findsWhatSomebodyChanged() {
        String paid = ledger.issued("100");
        ledger.pay(paid, "60");
        String credited = ledger.issued("50");
        ledger.pay(credited, "20");
        ledger.bill.done(Call.post(ROOT + "invoices/" + credited + "/cancel", json("{'reason':'Wrong'}")));
        assertThat(found(paid)).isEmpty();
        assertThat(found(credited)).isEmpty();

        change(paid, "payable_amount = payable_amount + 5");
        assertThat(found(paid)).containsExactlyInAnyOrder("INVOICE 5.00", "OPEN -5.00");
        change(paid, "payable_amount = payable_amount - 5");
        change(paid, "paid_amount = 100, open_amount = 0");
        assertThat(found(paid)).containsExactly("PAID 40.00");
        change(paid, "paid_amount = 60, open_amount = 40");
        change(credited, "tax_amount = 3");
        assertThat(found(credited)).containsExactly("TAX 3.00");
        change(credited, "tax_amount = 0");
        assertThat(found(paid)).isEmpty();
    }

    @Test
    @DisplayName("comes round each night, and rings for those who bill where something does not agree (S-INV-14)")
    void comesRoundEachNight() {
        String changed = ledger.issued("10");
        change(changed, "open_amount = 7");
        Console.of("acme")
                .execute(
                        "update billing.ledger_check set checked_on = checked_on - 10000 where nightly and checked_on = platform.today()");

        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (tonight().isEmpty()) {
            Chores.due("chores-of-modules");
            Instant pause = Instant.now().plus(Duration.ofSeconds(5));
            while (tonight().isEmpty() && Instant.now().isBefore(pause)) {
                assertThat(Instant.now()).as("the check has come round").isBefore(end);
            }
        }

        String check = tonight().get(0).getString("id");
        assertThat(of(check, changed)).containsExactly("OPEN -3.00");
        assertThat(notices()).contains("billing.notice.ledger " + check);
        change(changed, "open_amount = 10");
    }

    private List<JsonObject> tonight() {
        return ledger.bill
                .done(Call.get(ROOT + "ledger-checks")
                        .query("filter", "nightly==true;checkedOn>2020-01-01")
                        .query("sort", "-createdAt"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private List<String> notices() {
        return ledger.bill.read(ROOT + "notices").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(notice -> notice.getString("kind") + " " + notice.getString("recordId"))
                .toList();
    }

    private void change(String invoice, String what) {
        Console.of("acme").execute("update billing.invoice set " + what + " where id = ?::uuid", invoice);
    }

    private List<String> found(String invoice) {
        return of(made(ledger.bill, "ledger-checks", "{}"), invoice);
    }

    private List<String> of(String check, String invoice) {
        Answer parts = ledger.bill.done(Call.get(ROOT + "ledger-checks/" + check + "/ledger-differences"));
        return parts.json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.get("invoice") instanceof JsonObject of
                        && of.getString("id").equals(invoice))
                .map(each -> each.getString("kind") + " " + amount(each, "difference"))
                .toList();
    }
}
