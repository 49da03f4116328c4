package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.amount;
import static org.pipewright.deploy.billing.Ledger.made;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

/** What the product issues itself is what it is sent here: what others write is read the same way. */
@DisplayName("An e-invoice of somebody else")
class ReceivedInvoicesIT {

    private final Ledger ledger = new Ledger();
    private final String sent = issued();

    private String issued() {
        String invoice = ledger.hundred("{'eInvoice':'EN16931','buyerReference':'Our Ada'}");
        assertThat(ledger.act(invoice, "issue")).matches(Answer::isSuccess);
        return invoice;
    }

    private byte[] file(String ending) {
        return ledger.content(sent, ledger.file(sent, ending).getString("id"));
    }

    private String empty() {
        return made(ledger.bill, "received-invoices", "{}");
    }

    private Answer add(String received, String name, byte[] content) {
        return ledger.bill.upload(
                Call.of("POST", ROOT + "received-invoices/" + received + "/files")
                        .query("name", name),
                content);
    }

    private JsonObject read(String received) {
        return ledger.bill.read(ROOT + "received-invoices/" + received);
    }

    private List<JsonObject> items(String received, String part) {
        return ledger.bill
                .read(ROOT + "received-invoices/" + received + "/" + part)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {".xml", ".pdf"})
    @DisplayName("is told by its fields and lines (S-EINV-07)")
    void isToldByFieldsAndLines(String ending) {
        String received = empty();

        assertThat(add(received, "invoice" + ending, file(ending))).matches(Answer::isSuccess);

        JsonObject original = ledger.read(sent);
        JsonObject told = read(received);
        assertThat(told.getString("number")).isEqualTo(original.getString("number"));
        assertThat(told.getString("name")).isEqualTo("Acme Incorporated · " + original.getString("number"));
        assertThat(told.getString("kind")).isEqualTo("INVOICE");
        assertThat(told.getString("issuedOn")).isEqualTo(original.getString("issuedOn"));
        assertThat(told.getString("dueOn")).isEqualTo(original.getString("dueOn"));
        assertThat(told.getString("iban")).isEqualTo("DE89370400440532013000");
        assertThat(told.getString("buyerReference")).isEqualTo("Our Ada");
        assertThat(told.getString("sellerTaxId")).isEqualTo("DE123456789");
        assertThat(List.of(amount(told, "net"), amount(told, "tax"), amount(told, "payable")))
                .containsExactly("100.00", "19.00", "119.00");
        assertThat(items(received, "received-invoice-lines")).singleElement().satisfies(line -> {
            assertThat(line.getString("item")).isEqualTo("Advice");
            assertThat(line.getString("taxCategory")).isEqualTo("S");
            assertThat(line.getJsonNumber("taxRate").bigDecimalValue()).isEqualByComparingTo("19");
            assertThat(amount(line, "net")).isEqualTo("100.00");
        });
    }

    @Test
    @DisplayName("is taken in once, also as another file")
    void isTakenInOnce() {
        add(empty(), "invoice.xml", file(".xml"));
        String again = empty();

        Answer answer = add(again, "invoice.pdf", file(".pdf"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("received-before");
        assertThat(read(again).get("number")).isEqualTo(JsonValue.NULL);
        assertThat(ledger.bill
                        .read(ROOT + "received-invoices/" + again + "/files")
                        .getJsonArray("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pay soon!",
                "%PDF-1.7 nothing follows",
                "<html><script>alert(1)</script></html>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Invoice><ID>&e;</ID></Invoice>",
                "<Invoice><ID>1</ID><IssueDate>2026-01-01</IssueDate><DocumentCurrencyCode>XYZ</DocumentCurrencyCode></Invoice>",
                "<Invoice><ID>1</ID><IssueDate>2026-01-01</IssueDate><DocumentCurrencyCode>EUR</DocumentCurrencyCode>"
                        + "<LegalMonetaryTotal><PayableAmount>1e999999</PayableAmount></LegalMonetaryTotal></Invoice>"
            })
    @DisplayName("is refused if it is none, and nothing is kept")
    void isRefusedIfItIsNone(String content) {
        String received = empty();

        Answer answer = add(received, "invoice.xml", content.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.fields()).containsExactly("content");
        assertThat(read(received).get("number")).isEqualTo(JsonValue.NULL);
    }

    @Test
    @DisplayName("takes enclosures once it was read")
    void takesEnclosures() {
        String received = empty();
        add(received, "invoice.xml", file(".xml"));

        assertThat(add(received, "timesheet.txt", "Four hours".getBytes(StandardCharsets.UTF_8)))
                .matches(Answer::isSuccess);

        assertThat(amount(read(received), "payable")).isEqualTo("119.00");
    }
}
