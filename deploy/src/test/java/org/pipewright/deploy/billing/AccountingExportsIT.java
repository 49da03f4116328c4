package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.json;
import static org.pipewright.deploy.billing.Ledger.made;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

@DisplayName("An export for accounting")
class AccountingExportsIT {

    private static final String TODAY =
            LocalDate.now(ZoneId.of("Europe/Berlin")).toString();

    private final Ledger ledger = new Ledger();

    @Test
    @DisplayName("leaves out what an earlier one had, unless that is asked for (S-INV-15)")
    void givesNothingTwice() {
        String number = issued();
        String first = exported("LIST", false);
        String second = exported("LIST", false);
        String again = exported("LIST", true);

        assertThat(file(first)).contains(number + ";" + TODAY).contains(";S;19;100.00;19.00;119.00");
        assertThat(file(second)).doesNotContain(number);
        assertThat(file(again)).contains(number);
        assertThat(read(first).getInt("documents")).isPositive();
    }

    @Test
    @DisplayName("has both sides of each posting in a journal, and they are equal (S-INV-15)")
    void balances() {
        String number = issued();

        List<String[]> rows = Arrays.stream(file(exported("JOURNAL", false)).split("\r\n"))
                .filter(row -> row.contains(number))
                .map(row -> row.split(";"))
                .toList();

        assertThat(rows).extracting(row -> row[2]).containsExactly("1400", "8400", "1776");
        assertThat(sum(rows, 4)).isEqualByComparingTo("119.00");
        assertThat(sum(rows, 5)).isEqualByComparingTo("119.00");
    }

    @Test
    @DisplayName("posts by the accounts of the tax code, and else by those of the settings (S-INV-15)")
    void postsByTaxRate() {
        String code = made(
                ledger.anna,
                "tax-codes",
                "{'name':'Code NAME','category':'S','revenueAccount':'8315','taxAccount':'1775'}");
        ledger.anna.done(Call.put(
                        ROOT + "tax-codes/" + code + "/tax-rates",
                        json("{'items':[{'validFrom':'2020-01-01','rate':5.5}]}"))
                .header("If-Match", "*"));
        String invoice = ledger.draft("{}");
        ledger.lines(
                invoice,
                "{'description':'Advice','quantity':1,'unitPrice':100,'taxCategory':'S','taxRate':5.5}",
                "{'description':'Book','quantity':1,'unitPrice':10,'taxCategory':'S','taxRate':19}");
        ledger.act(invoice, "issue");
        String number = ledger.read(invoice).getString("number");

        String journal = file(exported("JOURNAL", false));
        String batch = file(exported("DATEV", true));

        assertThat(accounts(journal, number)).containsExactly("1400", "8315", "1775", "1400", "8400", "1776");
        assertThat(rows(batch, number))
                .hasSize(2)
                .anyMatch(row -> row.startsWith("105,50;S;EUR;;;;1400;8315;"))
                .anyMatch(row -> row.startsWith("11,90;S;EUR;;;;1400;8400;"));
    }

    @Test
    @DisplayName("has write-offs and fees of reminders, each of them once (S-INV-15)")
    void postsWriteOffs() {
        String invoice = ledger.issued("100");
        ledger.pay(invoice, "99.95");
        ledger.act(invoice, "write-off");
        String number = ledger.read(invoice).getString("number");

        List<String> first = rows(file(exported("JOURNAL", false)), number);
        ledger.act(invoice, "write-back");
        List<String> second = rows(file(exported("JOURNAL", false)), number);

        assertThat(first).anyMatch(row -> row.contains(";1400;") && row.endsWith(";;0.05;EUR"));
        assertThat(first).anyMatch(row -> row.contains(";2400;") && row.endsWith(";0.05;;EUR"));
        assertThat(second).hasSize(2).anyMatch(row -> row.contains(";1400;") && row.endsWith(";0.05;;EUR"));
    }

    @Test
    @DisplayName("posts what rates changed between an invoice and its payment, and takes it back with that (S-PAY-04)")
    void postsGainsAndLosses() {
        LocalDate today = LocalDate.parse(TODAY);
        ledger.offer("DKK");
        ledger.rate("DKK", today, "1.10");
        String won = ledger.issued("100", "DKK");
        String lost = ledger.issued("100", "DKK");
        ledger.rate("DKK", today, "1.12");
        String payment = ledger.pay(won, "100", "DKK");
        ledger.rate("DKK", today, "1.07");
        ledger.pay(lost, "100", "DKK");
        ledger.rate("DKK", today, "1.10");
        String gained = ledger.read(won).getString("number");
        String short3 = ledger.read(lost).getString("number");

        String first = file(exported("JOURNAL", false));
        String batch = file(exported("DATEV", true));
        ledger.bill.done(Call.put(ROOT + "payments/" + payment + "/allocations", json("{'items':[]}"))
                .header("If-Match", "*"));
        String second = file(exported("JOURNAL", false));

        assertThat(rows(first, gained))
                .anyMatch(row -> row.contains(";1400;") && row.endsWith(";2.00;;EUR"))
                .anyMatch(row -> row.contains(";2660;") && row.endsWith(";;2.00;EUR"));
        assertThat(rows(first, short3))
                .anyMatch(row -> row.contains(";1400;") && row.endsWith(";;3.00;EUR"))
                .anyMatch(row -> row.contains(";2150;") && row.endsWith(";3.00;;EUR"));
        assertThat(rows(batch, gained)).anyMatch(row -> row.startsWith("2,00;S;EUR;;;;1400;2660;"));
        assertThat(rows(second, gained))
                .hasSize(2)
                .anyMatch(row -> row.contains(";2660;") && row.endsWith(";2.00;;EUR"));
        assertThat(rows(second, short3)).isEmpty();
    }

    @Test
    @DisplayName("is a batch of postings for DATEV, with credit notes on the other side (S-INV-15)")
    void isABatch() {
        String invoice = ledger.hundred("{}");
        ledger.act(invoice, "issue");
        String number = ledger.read(invoice).getString("number");
        ledger.bill.done(Call.post(ROOT + "invoices/" + invoice + "/cancel", json("{'reason':'Wrong'}")));
        String note = ledger.read(ledger.listed("credited==" + invoice).get(0)).getString("number");

        String file = file(exported("DATEV", false));

        assertThat(file).startsWith("EXTF;700;21;Buchungsstapel;");
        assertThat(row(file, number)).startsWith("119,00;S;EUR;;;;1400;8400;;");
        assertThat(row(file, note)).startsWith("119,00;H;EUR;;;;1400;8400;;");
    }

    @Test
    @DisplayName("posts what is written in the name of suppliers as purchases, with input tax and what is paid")
    void postsPurchases() {
        Supplies supplies = new Supplies(ledger);
        String invoice = supplies.issued();
        String number = supplies.read(invoice).getString("number");
        assertThat(supplies.pay(invoice, "19")).matches(Answer::isSuccess);
        String note = supplies.credit(invoice);
        assertThat(supplies.act(note, "issue")).matches(Answer::isSuccess);
        String back = supplies.read(note).getString("number");

        String journal = file(exported("JOURNAL", false));
        String batch = file(exported("DATEV", true));
        String list = file(exported("LIST", true));

        assertThat(rows(journal, number))
                .extracting(row ->
                        row.substring(row.indexOf(number) + number.length()).replaceAll("Hof [^;]*", "Hof"))
                .containsExactlyInAnyOrder(
                        ";1600;Hof;;119.00;EUR",
                        ";3400;Hof;100.00;;EUR",
                        ";1576;Hof;19.00;;EUR",
                        ";1600;Hof;19.00;;EUR",
                        ";1200;Hof;;19.00;EUR");
        assertThat(accounts(journal, back)).containsExactly("1600", "3400", "1576");
        assertThat(rows(batch, number))
                .hasSize(2)
                .anyMatch(row -> row.startsWith("119,00;H;EUR;;;;1600;3400;"))
                .anyMatch(row -> row.startsWith("19,00;S;EUR;;;;1600;1200;"));
        assertThat(row(batch, back)).startsWith("119,00;S;EUR;;;;1600;3400;");
        assertThat(rows(list, number))
                .anyMatch(row -> row.startsWith("SELF_BILLED_INVOICE;") && row.contains(";S;19;-100.00;-19.00;-119.00"))
                .anyMatch(row -> row.startsWith("SUPPLIER_PAYMENT;") && row.endsWith(";19.00;0.00;19.00"));
        assertThat(row(list, back)).startsWith("SELF_BILLED_CREDIT_NOTE;");
        assertThat(file(exported("LIST", false))).doesNotContain(number);
    }

    @Test
    @DisplayName("stays as it is, and is of a period that does not run backwards (S-INV-15)")
    void stays() {
        String export = exported("LIST", false);

        Answer changed = ledger.bill.send(Call.of("PATCH", ROOT + "accounting-exports/" + export)
                .with(json("{'form':'DATEV'}"))
                .header("If-Match", "*"));
        Answer backwards = ledger.bill.send(Call.post(
                ROOT + "accounting-exports", json("{'form':'LIST','fromDay':'2026-02-01','toDay':'2026-01-01'}")));

        assertThat(changed.problem()).isEqualTo("exported");
        assertThat(backwards.status()).isEqualTo(400);
        assertThat(backwards.fields()).containsExactly("toDay");
    }

    private String issued() {
        String invoice = ledger.hundred("{}");
        assertThat(ledger.act(invoice, "issue")).matches(Answer::isSuccess);
        return ledger.read(invoice).getString("number");
    }

    private String exported(String form, boolean again) {
        return made(
                ledger.bill,
                "accounting-exports",
                "{'form':'" + form + "','fromDay':'" + TODAY + "','toDay':'" + TODAY + "','again':" + again + "}");
    }

    private JsonObject read(String export) {
        return ledger.bill.read(ROOT + "accounting-exports/" + export);
    }

    private String file(String export) {
        String files = ROOT + "accounting-exports/" + export + "/files";
        String id =
                ledger.bill.read(files).getJsonArray("items").getJsonObject(0).getString("id");
        String url = ledger.bill
                .done(Call.post(files + "/" + id + "/links", JsonValue.EMPTY_JSON_OBJECT))
                .json()
                .getString("url");
        return new String(ledger.bill.download(Call.get(url)), Charset.forName("windows-1252"));
    }

    private static String row(String file, String number) {
        return Arrays.stream(file.split("\r\n"))
                .filter(row -> row.contains(";" + number + ";"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rows(String file, String number) {
        return Arrays.stream(file.split("\r\n"))
                .filter(row -> row.contains(";" + number + ";"))
                .toList();
    }

    private static List<String> accounts(String file, String number) {
        return rows(file, number).stream().map(row -> row.split(";")[2]).toList();
    }

    private static BigDecimal sum(List<String[]> rows, int column) {
        return rows.stream()
                .filter(row -> !row[column].isEmpty())
                .map(row -> new BigDecimal(row[column]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
