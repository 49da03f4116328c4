package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

@DisplayName("The tax report")
class TaxReportIT {

    private final Ledger ledger = new Ledger();

    @Test
    @DisplayName("adds up what was issued by code and country, less what was credited (S-TAX-07)")
    void addsUp() {
        JsonObject before = report("country");
        String invoice = ledger.draft("{}");
        ledger.lines(
                invoice,
                "{'description':'Advice','quantity':1,'unitPrice':100,'taxRate':19}",
                "{'description':'Book','quantity':1,'unitPrice':50,'taxRate':7}");
        ledger.hundred("{}");
        assertThat(ledger.act(invoice, "issue")).matches(Answer::isSuccess);
        ledger.act(invoice, "credit");
        String note = ledger.listed("credited==" + invoice + ";status==DRAFT").get(0);
        ledger.lines(note, "{'description':'Book','quantity':1,'unitPrice':50,'taxRate':7}");
        assertThat(ledger.act(note, "issue")).matches(Answer::isSuccess);

        assertThat(taxes(invoice)).containsExactlyInAnyOrder("S 19 FR 100.00 19.00", "S 7 FR 50.00 3.50");
        assertThat(taxes(note)).containsExactly("S 7 FR -50.00 -3.50");
        assertThat(total(report("country"), "net").subtract(total(before, "net")))
                .isEqualByComparingTo("100.00");
        assertThat(total(report("code"), "due").subtract(total(before, "due"))).isEqualByComparingTo("19.00");
    }

    private List<String> taxes(String invoice) {
        return ledger.bill.read(ROOT + "invoices/" + invoice + "/tax-entries").getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .map(entry -> entry.getString("code") + " " + entry.getString("country") + " "
                        + Ledger.amount(entry, "base") + " " + Ledger.amount(entry, "tax"))
                .toList();
    }

    private JsonObject report(String by) {
        return ledger.bill
                .done(Call.get(ROOT + "tax-entries/reports/tax").query("by", by))
                .json();
    }

    private static BigDecimal total(JsonObject report, String figure) {
        JsonObject value = report.getJsonObject("total").getJsonObject("values").getJsonObject(figure);
        return new BigDecimal(value.getJsonObject("sum").getString("amount"));
    }
}
