package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.made;

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

    @Test
    @DisplayName("tells tax codes of the same rate apart, and they come to what the invoice says (S-TAX-07)")
    void tellsCodesApart() {
        String goods = code();
        String services = code();
        String invoice = ledger.draft("{'discountAmount':0.05}");
        ledger.lines(
                invoice,
                "{'description':'Book','quantity':1,'unitPrice':10,'taxCode':'" + goods + "'}",
                "{'description':'Advice','quantity':1,'unitPrice':20,'taxCode':'" + services + "'}",
                "{'description':'Pen','quantity':1,'unitPrice':3,'taxCode':'" + goods + "'}");
        assertThat(ledger.act(invoice, "issue")).matches(Answer::isSuccess);
        paid(invoice, "37.07");
        assertThat(told("tax-receipts/reports/tax-received", "taxCode==" + goods))
                .isEqualByComparingTo("1.62");
        ledger.act(invoice, "credit");
        String note = ledger.listed("credited==" + invoice + ";status==DRAFT").get(0);
        ledger.bill.done(Call.of("PATCH", ROOT + "invoices/" + note)
                .with(Ledger.json("{'discountAmount':null}"))
                .header("If-Match", "*"));
        ledger.lines(note, "{'description':'Advice','quantity':1,'unitPrice':5,'taxCode':'" + services + "'}");
        assertThat(ledger.act(note, "issue")).matches(Answer::isSuccess);

        assertThat(taxes(invoice)).containsExactly("S 12.5 FR 12.98 1.62", "S 12.5 FR 19.97 2.50");
        assertThat(Ledger.amount(ledger.read(invoice), "tax")).isEqualTo("4.12");
        assertThat(told("tax-entries/reports/tax", "taxCode==" + goods)).isEqualByComparingTo("1.62");
        assertThat(told("tax-entries/reports/tax", "taxCode==" + services)).isEqualByComparingTo("1.87");
        assertThat(report("taxCode").getJsonArray("lines")).isNotEmpty();
    }

    /** A tax code with a rate that nothing else has. */
    private String code() {
        String code = made(ledger.anna, "tax-codes", "{'name':'Code NAME','category':'S'}");
        ledger.anna.done(Call.put(
                        ROOT + "tax-codes/" + code + "/tax-rates",
                        Ledger.json("{'items':[{'validFrom':'2020-01-01','rate':12.5}]}"))
                .header("If-Match", "*"));
        return code;
    }

    /** The tax that a report tells of what fits. */
    private BigDecimal told(String report, String filter) {
        return total(
                ledger.bill
                        .done(Call.get(ROOT + report).query("by", "taxCode").query("filter", filter))
                        .json(),
                "due");
    }

    @Test
    @DisplayName("tells by payment what came in, and the last one takes what rounding left over (S-TAX-07)")
    void tellsByPayment() {
        JsonObject before = received();
        String invoice = ledger.draft("{}");
        ledger.lines(
                invoice,
                "{'description':'Advice','quantity':1,'unitPrice':100,'taxRate':19}",
                "{'description':'Book','quantity':1,'unitPrice':50,'taxRate':7}");
        assertThat(ledger.act(invoice, "issue")).matches(Answer::isSuccess);
        assertThat(receipts(invoice)).isEmpty();

        String first = paid(invoice, "100");
        assertThat(receipts(invoice)).containsExactlyInAnyOrder("S 19 FR 57.97 11.01", "S 7 FR 28.99 2.03");
        paid(invoice, "33.33");
        paid(invoice, "39.17");

        assertThat(sum(invoice, "base")).isEqualByComparingTo("150");
        assertThat(sum(invoice, "tax")).isEqualByComparingTo("22.50");
        assertThat(total(received(), "due").subtract(total(before, "due"))).isEqualByComparingTo("22.50");

        ledger.bill.done(Call.put(ROOT + "payments/" + first + "/allocations", Ledger.json("{'items':[]}"))
                .header("If-Match", "*"));
        assertThat(sum(invoice, "tax")).isEqualByComparingTo("9.46");
        assertThat(total(received(), "due").subtract(total(before, "due"))).isEqualByComparingTo("9.46");
    }

    @Test
    @DisplayName(
            "tells by payment nothing of what is credited before it is paid, nor of what is written off (S-TAX-07)")
    void tellsNothingOfWhatIsNotPaid() {
        JsonObject before = received();
        String credited = issuedHundred();
        ledger.bill.done(Call.post(ROOT + "invoices/" + credited + "/cancel", Ledger.json("{'reason':'Wrong'}")));
        String note = ledger.listed("credited==" + credited).get(0);
        assertThat(sum(credited, "tax")).isEqualByComparingTo("19");
        assertThat(sum(note, "tax")).isEqualByComparingTo("-19");
        assertThat(total(received(), "due")).isEqualByComparingTo(total(before, "due"));

        String short5 = issuedHundred();
        paid(short5, "118.95");
        assertThat(ledger.act(short5, "write-off")).matches(Answer::isSuccess);
        assertThat(sum(short5, "tax")).isEqualByComparingTo("18.99");

        String paidThenCredited = issuedHundred();
        paid(paidThenCredited, "119");
        ledger.bill.done(
                Call.post(ROOT + "invoices/" + paidThenCredited + "/cancel", Ledger.json("{'reason':'Wrong'}")));
        String owing = ledger.listed("credited==" + paidThenCredited).get(0);
        assertThat(sum(owing, "tax")).isEqualByComparingTo("0");
        String refund = made(
                ledger.bill,
                "payments",
                "{'account':'" + ledger.account + "','direction':'OUT','amount':{'amount':'119','currency':'EUR'}}");
        allocate(refund, owing, "119");
        assertThat(sum(owing, "tax")).isEqualByComparingTo("-19");
    }

    private String issuedHundred() {
        String invoice = ledger.hundred("{}");
        assertThat(ledger.act(invoice, "issue")).matches(Answer::isSuccess);
        return invoice;
    }

    private String paid(String invoice, String euros) {
        String payment = made(
                ledger.bill,
                "payments",
                "{'account':'" + ledger.account + "','amount':{'amount':'" + euros + "','currency':'EUR'}}");
        allocate(payment, invoice, euros);
        return payment;
    }

    private void allocate(String payment, String invoice, String euros) {
        ledger.bill.done(Call.put(
                        ROOT + "payments/" + payment + "/allocations",
                        Ledger.json("{'items':[{'invoice':'" + invoice + "','amount':" + euros + "}]}"))
                .header("If-Match", "*"));
    }

    private List<JsonObject> receiptsOf(String invoice) {
        return ledger.bill
                .read(ROOT + "invoices/" + invoice + "/tax-receipts")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private List<String> receipts(String invoice) {
        return receiptsOf(invoice).stream().map(TaxReportIT::said).toList();
    }

    private BigDecimal sum(String invoice, String amount) {
        return receiptsOf(invoice).stream()
                .map(receipt -> new BigDecimal(Ledger.amount(receipt, amount)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private JsonObject received() {
        return ledger.bill
                .done(Call.get(ROOT + "tax-receipts/reports/tax-received").query("by", "code"))
                .json();
    }

    private static String said(JsonObject entry) {
        return entry.getString("code") + " " + entry.getString("country") + " " + Ledger.amount(entry, "base") + " "
                + Ledger.amount(entry, "tax");
    }

    private List<String> taxes(String invoice) {
        return ledger.bill.read(ROOT + "invoices/" + invoice + "/tax-entries").getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .map(TaxReportIT::said)
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
