package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.json;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Console;

@DisplayName("The numbers of invoices")
class NumberGapsIT {

    private static final String SERIES = ROOT + "number-series/billing.invoice";

    private final Ledger ledger = new Ledger();
    private final Console database = Console.of("acme");

    @Test
    @DisplayName("have no gaps, and a document or number that is gone from the database is missed (S-NUM-07)")
    void missesWhatIsGone() {
        String invoice = ledger.issued("10");
        String later = ledger.issued("20");
        String number = ledger.read(invoice).getString("number");
        long value = value(number);
        assertThat(gaps()).noneMatch(gap -> gap.contains("_LOST"));

        database.execute("update billing.invoice set number = 'gone' where id = ?::uuid", invoice);
        assertThat(gaps()).contains("DOCUMENT_LOST " + value + "-" + value + " " + number);
        database.execute("update billing.invoice set number = ? where id = ?::uuid", number, invoice);
        assertThat(gaps()).noneMatch(gap -> gap.contains("_LOST"));

        for (String taken : List.of(number, ledger.read(later).getString("number"))) {
            database.execute("update core.taken_number set series = 'gone' where number = ?", taken);
            assertThat(gaps()).contains("NUMBER_LOST " + value(taken) + "-" + value(taken));
            database.execute("update core.taken_number set series = 'billing.invoice' where number = ?", taken);
        }
        assertThat(gaps()).noneMatch(gap -> gap.contains("_LOST"));
    }

    @Test
    @DisplayName("may be left out by whoever keeps the settings, which is told (S-NUM-07)")
    void tellsWhatWasLeftOut() {
        JsonObject series =
                ledger.anna.read(ROOT + "number-series").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .filter(each -> each.getString("key").equals("billing.invoice"))
                        .findFirst()
                        .orElseThrow();
        int next = series.getInt("next");

        ledger.anna.done(Call.put(
                SERIES,
                json("{'pattern':'" + series.getString("pattern") + "','reset':'" + series.getString("reset")
                        + "','next':" + (next + 3) + "}")));
        ledger.issued("10");

        assertThat(gaps()).contains("LEFT_OUT " + next + "-" + (next + 2));
        Answer unknown = ledger.anna.send(Call.get(ROOT + "number-series/billing.nothing/gaps"));
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(ledger.bill.send(Call.get(SERIES + "/gaps")).status()).isEqualTo(403);
    }

    private static long value(String number) {
        return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
    }

    private List<String> gaps() {
        return ledger.anna.read(SERIES + "/gaps").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(gap -> gap.getString("reason") + " " + gap.getJsonNumber("first") + "-" + gap.getJsonNumber("last")
                        + (gap.containsKey("number") ? " " + gap.getString("number") : ""))
                .toList();
    }
}
