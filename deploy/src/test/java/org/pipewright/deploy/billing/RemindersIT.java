package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.amount;
import static org.pipewright.deploy.billing.Ledger.json;
import static org.pipewright.deploy.billing.Ledger.made;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Chores;
import org.pipewright.deploy.product.RunningProduct;

/** Mails about invoices, as the mail catcher gets them. */
@DisplayName("A customer")
class RemindersIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    private static final String WORKING_DAYS = "billing.dunning.working-days";

    private final Ledger ledger = new Ledger();
    private final String mail = "payer-" + System.nanoTime() + "@customer.example";

    @BeforeEach
    void hasAnAddress() {
        ledger.anna.done(Call.of("PATCH", ROOT + "accounts/" + ledger.account)
                .with(json("{'emails':[{'value':'" + mail + "'}]}"))
                .header("If-Match", "*"));
    }

    @AfterEach
    void goBack() {
        set("billing.dunning.automatic", JsonValue.FALSE);
        set(WORKING_DAYS, JsonValue.NULL);
        set("billing.reminders.days-before", Json.createValue(0));
        set("billing.payments.receipts", JsonValue.FALSE);
    }

    private void set(String setting, JsonValue value) {
        ledger.anna.done(Call.put(
                ROOT + "settings/" + setting,
                Json.createObjectBuilder().add("value", value).build()));
    }

    private JsonObject setting(String key) {
        return ledger.anna.read(ROOT + "settings").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    private int mails(String subject) {
        return (int) RunningProduct.get().mailsTo(mail).stream()
                .filter(each -> each.asJsonObject().getString("subject").contains(subject))
                .count();
    }

    private static void within(String description, BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(90));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(description).isBefore(end);
        }
    }

    private String issued() {
        String invoice = ledger.hundred("{}");
        assertThat(ledger.act(invoice, "issue")).matches(Answer::isSuccess);
        return invoice;
    }

    private String number(String invoice) {
        return ledger.read(invoice).getString("number");
    }

    /** Lets the run come round, and waits until it has taken the invoice that shows it. */
    private void run(String witness, String field) {
        within("the run has come round", () -> {
            Chores.due("chores-of-modules");
            return hasCome(witness, field);
        });
    }

    /** Waits a moment for it: a run that is still on its way sets the time of the next one when it ends. */
    private boolean hasCome(String witness, String field) {
        Instant end = Instant.now().plus(Duration.ofSeconds(5));
        boolean there = false;
        while (!there && Instant.now().isBefore(end)) {
            there = ledger.read(witness).get(field) != JsonValue.NULL;
        }
        return there;
    }

    @Test
    @DisplayName("is reminded by the run, by one level and once a day, and not where somebody said stop (S-INV-08)")
    void isRemindedByTheRun() {
        made(
                ledger.bill,
                "dunning-levels",
                "{'name':'Fee NAME','days':0,'text':'Pay {open} with {fee}','fee':{'amount':'2.50','currency':'EUR'}}");
        String late = issued();
        String stopped = issued();
        String witness = issued();
        String today = "billing.invoice set due_on = current_date - 400 where id";
        ledger.pass(today, late);
        ledger.pass(today, stopped);
        ledger.act(stopped, "stop-dunning");

        set("billing.dunning.automatic", JsonValue.TRUE);
        assertThat(setting(WORKING_DAYS).get("blockedBy")).isEqualTo(JsonValue.NULL);
        run(late, "dunnedOn");
        ledger.pass(today, witness);
        run(witness, "dunnedOn");

        within("the mail is there", () -> mails(number(late)) > 0);
        assertThat(mails(number(late))).isEqualTo(1);
        assertThat(ledger.read(late).getString("dunnedOn")).isEqualTo(TODAY.toString());
        assertThat(ledger.level(late)).isLessThanOrEqualTo(3);
        assertThat(ledger.read(stopped).get("dunnedOn")).isEqualTo(JsonValue.NULL);
        assertThat(mails(number(stopped))).isZero();
        JsonObject notice = ledger.bill
                .read(ROOT + "invoices/" + late + "/dunning-notices")
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(notice.getString("sentTo")).isEqualTo(mail);
    }

    @Test
    @DisplayName(
            "is reminded as the settings say: known ones, of their type, each change told, without effect while one they"
                    + " need is off (S-PLAT-05)")
    void isRemindedAsTheSettingsSay() {
        Answer unknown = ledger.anna.send(Call.put(ROOT + "settings/billing.dunning.weekly", json("{'value':true}")));
        Answer wrong = ledger.anna.send(Call.put(ROOT + "settings/" + WORKING_DAYS, json("{'value':'yes'}")));
        set("billing.dunning.automatic", JsonValue.FALSE);
        set(WORKING_DAYS, JsonValue.TRUE);

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.fields()).containsExactly("key");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.fields()).containsExactly("value");
        JsonObject kept = setting(WORKING_DAYS);
        assertThat(kept.get("tenant")).isEqualTo(JsonValue.TRUE);
        assertThat(kept.get("value")).isEqualTo(JsonValue.FALSE);
        assertThat(kept.getString("blockedBy")).isEqualTo("billing.dunning.automatic");
        JsonObject told = ledger.anna
                .done(Call.get(ROOT + "audit")
                        .query("subject", "setting:" + WORKING_DAYS)
                        .query("limit", "1"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        JsonObject change = told.getJsonArray("changes").getJsonObject(0);
        assertThat(told.getString("action")).isEqualTo("edit");
        assertThat(change.get("old")).isEqualTo(JsonValue.NULL);
        assertThat(change.get("new")).isEqualTo(JsonValue.TRUE);
    }

    @Test
    @DisplayName("owes the fee of a reminder beside the invoice, until somebody waives it (S-INV-08)")
    void owesTheFee() {
        String level = made(
                ledger.bill,
                "dunning-levels",
                "{'name':'Fee NAME','days':1,'text':'Pay {open} with {fee}','fee':{'amount':'2.50','currency':'EUR'}}");
        String invoice = issued();
        ledger.pass("billing.invoice set due_on = current_date - 400 where id", invoice);
        for (String reached = ""; !reached.equals(level); ) {
            ledger.pass("billing.invoice set dunned_on = null where id", invoice);
            assertThat(ledger.act(invoice, "remind")).matches(Answer::isSuccess);
            reached = ledger.read(invoice).getJsonObject("dunningLevel").getString("id");
            if (ledger.level(invoice) > 1) {
                break;
            }
        }

        String fees = amount(ledger.read(invoice), "fees");
        assertThat(new java.math.BigDecimal(amount(ledger.read(invoice), "open")))
                .isEqualByComparingTo(new java.math.BigDecimal(fees).add(new java.math.BigDecimal("119")));
        assertThat(new java.math.BigDecimal(fees)).isPositive();
        assertThat(ledger.act(invoice, "waive-fees")).matches(Answer::isSuccess);
        assertThat(amount(ledger.read(invoice), "open")).isEqualTo("119.00");
    }

    @Test
    @DisplayName("is told before an invoice is due, unless it is paid before the run (S-PAY-10)")
    void isToldBefore() {
        String soon = issued();
        String paid = issued();
        ledger.pass("billing.invoice set due_on = current_date + 2 where id", soon);
        ledger.pass("billing.invoice set due_on = current_date + 2 where id", paid);
        ledger.pay(paid, "119");
        String later = issued();

        set("billing.reminders.days-before", Json.createValue(3));
        run(soon, "announcedFor");

        within("the mail is there", () -> mails(number(soon)) > 0);
        assertThat(mails(number(soon))).isEqualTo(1);
        assertThat(mails(number(paid))).isZero();
        assertThat(ledger.read(paid).get("announcedFor")).isEqualTo(JsonValue.NULL);
        assertThat(ledger.read(later).get("announcedFor")).isEqualTo(JsonValue.NULL);
    }

    @Test
    @DisplayName("gets a receipt for a payment, where the tenant wants that (S-PAY-10)")
    void getsAReceipt() {
        String before = issued();
        ledger.pay(before, "1");
        set("billing.payments.receipts", JsonValue.TRUE);
        ledger.pay(issued(), "2");

        within("the mail is there", () -> mails("") > 0);
        assertThat(mails("")).isEqualTo(1);
        assertThat(RunningProduct.get().mailsTo(mail).toString()).contains("2.00 EUR");
    }
}
