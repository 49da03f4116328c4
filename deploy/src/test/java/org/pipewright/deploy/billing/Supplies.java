package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.billing.Ledger.ROOT;
import static org.pipewright.deploy.billing.Ledger.json;
import static org.pipewright.deploy.billing.Ledger.made;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

/** What the billing clerk of the demo does in the name of a supplier. */
final class Supplies {

    static final String INVOICES = ROOT + "self-billed-invoices/";

    private final Ledger ledger;

    /** Account of a supplier that programs can find. */
    final String supplier;

    Supplies(Ledger ledger) {
        this.ledger = ledger;
        supplier = supplier("'taxNumber':'DE811907980',");
    }

    /** An account with what else is told. */
    String supplier(String more) {
        return made(
                ledger.anna,
                "accounts",
                "{'name':'Hof NAME'," + more + "'emails':[{'kind':'WORK','value':'hof@example.org'}],"
                        + "'phones':[{'kind':'WORK','value':'+49 331 5550100'}],"
                        + "'addresses':[{'kind':'BILLING','street':'Feld 1','postalCode':'14467','city':'Potsdam',"
                        + "'country':'DE'}]}");
    }

    String agree(String days) {
        return made(
                ledger.bill,
                "self-billing-agreements",
                "{'supplier':'" + supplier + "','iban':'DE02120300000000202051','bic':'BYLADEM1001'," + days + "}");
    }

    /** A draft for the supplier over a hundred euros and 19 percent of tax, with what else is told. */
    String hundred(String more) {
        return hundred(supplier, more);
    }

    String hundred(String from, String more) {
        JsonObject body = Json.createObjectBuilder()
                .add("supplier", from)
                .add("term", ledger.term)
                .addAll(Json.createObjectBuilder(json(more)))
                .build();
        String invoice = ledger.bill
                .done(Call.post(ROOT + "self-billed-invoices", body))
                .json()
                .getString("id");
        assertThat(lines(invoice, "{'description':'Milk','quantity':100,'unitPrice':1,'taxRate':19}"))
                .matches(Answer::isSuccess);
        return invoice;
    }

    /** The same, issued by an agreement. */
    String issued() {
        agree("'agreedOn':'2020-01-01'");
        String invoice = hundred("{}");
        assertThat(act(invoice, "issue")).matches(Answer::isSuccess);
        return invoice;
    }

    Answer lines(String invoice, String... lines) {
        return save(invoice, "self-billed-lines", lines);
    }

    Answer save(String invoice, String parts, String... items) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        List.of(items).forEach(item -> all.add(json(item)));
        return ledger.bill.send(Call.put(
                        INVOICES + invoice + "/" + parts,
                        Json.createObjectBuilder().add("items", all).build())
                .header("If-Match", "*"));
    }

    Answer act(String invoice, String verb) {
        return act(invoice, verb, "{}");
    }

    Answer act(String invoice, String verb, String body) {
        return ledger.bill.send(Call.post(INVOICES + invoice + "/" + verb, json(body)));
    }

    Answer pay(String invoice, String euros) {
        return act(
                invoice,
                "pay",
                "{'amount':{'amount':'" + euros + "','currency':'EUR'},'paidOn':'"
                        + read(invoice).getString("issuedOn") + "'}");
    }

    /** The draft of a credit note for it. */
    String credit(String invoice) {
        assertThat(act(invoice, "credit")).matches(Answer::isSuccess);
        return listed("self-billed-invoices", "credited==" + invoice + ";status==DRAFT")
                .get(0)
                .getString("id");
    }

    JsonObject read(String invoice) {
        return ledger.bill.read(INVOICES + invoice);
    }

    List<JsonObject> listed(String path, String filter) {
        return ledger.bill
                .done(Call.get(ROOT + path).query("filter", filter))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    List<JsonObject> parts(String invoice, String parts) {
        return ledger.bill
                .read(INVOICES + invoice + "/" + parts)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    /** The file of an invoice whose name ends so. */
    byte[] file(String invoice, String ending) {
        String id = parts(invoice, "files").stream()
                .filter(file -> file.getString("name").endsWith(ending))
                .findFirst()
                .orElseThrow()
                .getString("id");
        String links = INVOICES + invoice + "/files/" + id + "/links";
        return ledger.bill.download(Call.get(ledger.bill
                .done(Call.post(links, JsonValue.EMPTY_JSON_OBJECT))
                .json()
                .getString("url")));
    }
}
