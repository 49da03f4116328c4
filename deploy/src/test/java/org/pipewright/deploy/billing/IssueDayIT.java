package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.json;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

@DisplayName("The day of issue")
class IssueDayIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    private final Ledger ledger = new Ledger();

    @AfterEach
    void forbidAgain() {
        set("FORBID");
    }

    private void set(String choice) {
        ledger.anna.done(Call.put(ROOT + "settings/billing.invoices.back-dating", json("{'value':'" + choice + "'}")));
    }

    private Answer issue(String invoice, String day) {
        return ledger.bill.send(Call.post(ROOT + "invoices/" + invoice + "/issue", json(day)));
    }

    @Test
    @DisplayName("is not before that of the last one, unless the tenant allows who insists (S-NUM-04)")
    void isNotBeforeTheLast() {
        assertThat(ledger.act(ledger.hundred("{}"), "issue")).matches(Answer::isSuccess);
        String late = ledger.hundred("{}");
        LocalDate before = TODAY.minusDays(1);

        Answer refused = issue(late, "{'on':'" + before + "','anyway':true}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("back-dated");
        set("WARN");
        assertThat(issue(late, "{'on':'" + before + "'}").problem()).isEqualTo("back-dated");
        assertThat(issue(late, "{'on':'" + before + "','anyway':true}")).matches(Answer::isSuccess);

        assertThat(ledger.read(late).getString("issuedOn")).isEqualTo(before.toString());
        assertThat(ledger.read(late).getString("dueOn"))
                .isEqualTo(before.plusDays(30).toString());
    }

    @Test
    @DisplayName("is not one that is yet to come (S-NUM-04)")
    void isNotToCome() {
        assertThat(issue(ledger.hundred("{}"), "{'on':'" + TODAY.plusDays(1) + "'}")
                        .fields())
                .contains("on");
    }
}
