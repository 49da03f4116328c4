package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.amount;
import static org.pipewright.deploy.billing.Ledger.json;
import static org.pipewright.deploy.billing.Ledger.made;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

@DisplayName("A bank file")
class BankFilesIT {

    private final Ledger ledger = new Ledger();

    private String number(String invoice) {
        return ledger.read(invoice).getString("number");
    }

    private static String entry(String reference, String amount, String payer, String iban, String text) {
        return "<Ntry><Amt Ccy='EUR'>" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>"
                + LocalDate.now() + "</Dt></BookgDt><AcctSvcrRef>" + reference
                + "</AcctSvcrRef><NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>" + payer
                + "</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>" + iban
                + "</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>" + text
                + "</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>";
    }

    private static String statement(String... entries) {
        return "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.08'><BkToCstmrStmt><Stmt><Acct><Id>"
                + "<IBAN>DE89370400440532013000</IBAN></Id></Acct>" + String.join("", entries)
                + "</Stmt></BkToCstmrStmt></Document>";
    }

    private String file() {
        return made(ledger.bill, "bank-files", "{}");
    }

    private Answer send(String file, String name, String content) {
        return ledger.bill.send(Call.of("POST", ROOT + "bank-files/" + file + "/files")
                .query("name", name)
                .with("application/octet-stream", content));
    }

    /** Entries of the file, once none of them waits any more. */
    private List<JsonObject> entries(String file) {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (!found(file, ";status==NEW").isEmpty()) {
            assertThat(Instant.now()).as("all are booked").isBefore(end);
        }
        return found(file, "");
    }

    private List<JsonObject> found(String file, String more) {
        return ledger.bill
                .done(Call.get(ROOT + "bank-entries").query("filter", "file==" + file + more))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static String unique() {
        return Long.toString(System.nanoTime(), 36);
    }

    @Test
    @DisplayName("books what names an invoice and comes to it, and lays the rest before people (S-PAY-07)")
    void booksWhatFits() {
        String exact = ledger.issued("119");
        String less = ledger.issued("50");
        String reference = unique();
        String file = file();

        assertThat(send(
                        file,
                        "statement.xml",
                        statement(
                                entry(reference + 1, "119.00", "Somebody", "", "Our " + number(exact) + " thanks"),
                                entry(reference + 2, "49.00", "Somebody", "", number(less)),
                                entry(reference + 3, "7.77", "Nobody " + reference, "", "hello"))))
                .matches(Answer::isSuccess);

        List<JsonObject> entries = entries(file);
        assertThat(entries).hasSize(3);
        assertThat(ledger.read(exact).getString("paymentStatus")).isEqualTo("PAID");
        assertThat(amount(ledger.read(less), "open")).isEqualTo("50.00");
        assertThat(found(file, ";status==REVIEW"))
                .extracting(entry -> entry.getString("reason"))
                .containsExactlyInAnyOrder("AMOUNT", "UNKNOWN");
        assertThat(found(file, ";reason==AMOUNT")
                        .get(0)
                        .getJsonObject("suggested")
                        .getString("id"))
                .isEqualTo(less);
    }

    @Test
    @DisplayName("sent again books nothing twice, also what stands in another file (S-PAY-07)")
    void booksNothingTwice() {
        String invoice = ledger.issued("40");
        String reference = unique();
        String once = entry(reference, "20.00", "Half", "", "no reference");
        String content = statement(once, entry(reference + "x", "40.00", "Whole", "", number(invoice)));
        String file = file();

        send(file, "a.xml", content);
        entries(file);
        assertThat(send(file, "a.xml", content)).matches(Answer::isSuccess);
        String another = file();
        send(another, "b.xml", statement(once));

        assertThat(entries(file)).hasSize(2);
        assertThat(entries(another)).isEmpty();
        JsonObject read = ledger.bill.read(ROOT + "bank-files/" + file);
        assertThat(read.getInt("entries")).isEqualTo(2);
        assertThat(read.getInt("known")).isEqualTo(2);
        assertThat(amount(ledger.read(invoice), "paid")).isEqualTo("40.00");
    }

    @Test
    @DisplayName("knows the payer by the account from which was paid before (S-PAY-07)")
    void knowsThePayer() {
        String first = ledger.issued("31.07");
        String second = ledger.issued("62.14");
        String reference = unique();
        String iban = "DE" + reference.toUpperCase(java.util.Locale.ROOT);
        String file = file();

        send(file, "1.xml", statement(entry(reference + 1, "31.07", "M.", iban, number(first))));
        entries(file);
        send(file, "2.xml", statement(entry(reference + 2, "62.14", "M.", iban, "thanks")));

        assertThat(entries(file)).allMatch(entry -> entry.getString("status").equals("BOOKED"));
        assertThat(ledger.read(second).getString("paymentStatus")).isEqualTo("PAID");
    }

    @Test
    @DisplayName("may be a table, and people say what an entry is for (S-PAY-07)")
    void isAssignedByPeople() {
        String invoice = ledger.issued("25");
        String who = "Unknown " + unique();
        String file = file();
        send(
                file,
                "umsatz.csv",
                "Buchungstag;Betrag;Währung;Name Zahlungsbeteiligter;Verwendungszweck\n06.05.2025;20,00;EUR;" + who
                        + ";Danke\n07.05.2025;1,00;EUR;" + who + ";Irrtum\n08.05.2025;-9,00;EUR;" + who + ";Strom\n");
        List<JsonObject> open = entries(file).stream()
                .filter(entry -> entry.getString("status").equals("REVIEW"))
                .toList();
        assertThat(open).hasSize(2);
        assertThat(found(file, ";reason==OUTGOING;status==DISMISSED")).hasSize(1);
        String twenty = id(open, "20.00");
        String one = id(open, "1.00");

        assertThat(act(twenty, "assign-to", json("{'invoice':'" + invoice + "'}")))
                .matches(Answer::isSuccess);
        assertThat(act(twenty, "assign-to", json("{'invoice':'" + invoice + "'}"))
                        .status())
                .isEqualTo(409);
        assertThat(act(one, "assign-to", JsonValue.EMPTY_JSON_OBJECT).fields()).contains("invoice");
        assertThat(act(one, "dismiss", json("{'note':'Not ours'}"))).matches(Answer::isSuccess);

        assertThat(amount(ledger.read(invoice), "open")).isEqualTo("5.00");
        assertThat(ledger.bill.read(ROOT + "bank-entries/" + one).getString("status"))
                .isEqualTo("DISMISSED");
    }

    private static String id(List<JsonObject> entries, String amount) {
        return entries.stream()
                .filter(entry -> amount(entry, "amount").equals(amount))
                .map(entry -> entry.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private Answer act(String entry, String verb, JsonObject input) {
        return ledger.bill.send(Call.post(ROOT + "bank-entries/" + entry + "/" + verb, input));
    }

    @Test
    @DisplayName("that is none, or asks for other files, is refused and leaves nothing (S-PAY-07)")
    void isRefused() {
        String file = file();

        Answer doctype =
                send(file, "x.xml", "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><Document>&x;</Document>");
        Answer columns = send(file, "x.csv", "a;b\n1;2\n");

        assertThat(doctype.status()).isEqualTo(400);
        assertThat(doctype.problem()).isEqualTo("bank-file");
        assertThat(columns.fields()).contains("content");
        assertThat(ledger.bill.read(ROOT + "bank-files/" + file + "/files").getJsonArray("items"))
                .isEmpty();
    }
}
