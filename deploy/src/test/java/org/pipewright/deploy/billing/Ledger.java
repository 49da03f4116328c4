package org.pipewright.deploy.billing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** What the billing clerk of the demo does. */
final class Ledger {

    static final String ROOT = "/api/tenants/acme/";

    final Client bill = RunningProduct.get().as(DemoMember.BILL_CLERK);
    final Client anna = RunningProduct.get().as(DemoMember.ANNA_ADMIN);

    /** Account of a customer in France with a tax number. */
    final String account = made(
            anna,
            "accounts",
            "{'name':'Moteurs NAME','taxNumber':'FR12345678901','addresses':[{'kind':'BILLING','street':'Rue de la Paix 2',"
                    + "'postalCode':'75002','city':'Paris','country':'FR'}]}");

    /** Thirty days: others may have another default by now. */
    final String term = made(bill, "payment-terms", "{'name':'Net NAME','days':30}");

    Ledger() {
        JsonObject profile = json("{'legalName':'Acme Incorporated','street':'Chausseestraße 1','postalCode':'10115',"
                + "'city':'Berlin','country':'DE','taxNumber':'DE123456789','phone':'+49 30 1234567',"
                + "'email':'billing@acme.example','iban':'DE89370400440532013000','bic':'COBADEFFXXX'}");
        anna.done(Call.of("PATCH", ROOT + "organisation").with(profile).header("If-Match", "*"));
    }

    /** JSON with single quotes for double ones, and a new word for NAME. */
    static JsonObject json(String text) {
        String filled = text.replace('\'', '"').replace("NAME", Long.toString(System.nanoTime(), 36));
        try (var reader = Json.createReader(new StringReader(filled))) {
            return reader.readObject();
        }
    }

    static String made(Client who, String path, String body) {
        return who.done(Call.post(ROOT + path, json(body))).json().getString("id");
    }

    /** A draft for the account, with what else is told. */
    String draft(String more) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("account", account)
                .add("term", term)
                .addAll(Json.createObjectBuilder(json(more)));
        return bill.done(Call.post(ROOT + "invoices", body.build())).json().getString("id");
    }

    Answer lines(String invoice, String... lines) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        List.of(lines).forEach(line -> items.add(json(line)));
        return bill.send(Call.put(
                        ROOT + "invoices/" + invoice + "/invoice-lines",
                        Json.createObjectBuilder().add("items", items).build())
                .header("If-Match", "*"));
    }

    /** A draft over a hundred euros and 19 percent of tax. */
    String hundred(String more) {
        String invoice = draft(more);
        lines(invoice, "{'description':'Advice','quantity':1,'unitPrice':100,'taxRate':19}");
        return invoice;
    }

    /** An invoice that came to so many euros, without tax. */
    String issued(String price) {
        return issued(price, "EUR");
    }

    /** A payment term with what else is told, and shares with days in turn. */
    String term(String more, String... instalments) {
        String term = made(bill, "payment-terms", "{'name':'Term NAME'," + more + "}");
        if (instalments.length > 0) {
            assertThat(split(term, instalments)).matches(Answer::isSuccess);
        }
        return term;
    }

    Answer split(String term, String... instalments) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        for (int i = 0; i < instalments.length; i += 2) {
            items.add(json("{'name':'Part','share':" + instalments[i] + ",'days':" + instalments[i + 1] + "}"));
        }
        return bill.send(Call.put(
                        ROOT + "payment-terms/" + term + "/term-instalments",
                        Json.createObjectBuilder().add("items", items).build())
                .header("If-Match", "*"));
    }

    /** Amounts of an invoice's instalments with the days on which they are due. */
    List<String> instalments(String invoice) {
        return bill.read(ROOT + "invoices/" + invoice + "/instalments").getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .map(part -> amount(part, "amount") + " " + part.getString("dueOn"))
                .toList();
    }

    /** Days of the level of dunning an invoice has reached. */
    int level(String invoice) {
        String id = read(invoice).getJsonObject("dunningLevel").getString("id");
        return bill.read(ROOT + "dunning-levels/" + id).getInt("days");
    }

    /** Ids of the invoices that fit. */
    List<String> listed(String filter) {
        return bill.done(Call.get(ROOT + "invoices").query("filter", filter)).json().getJsonArray("items").stream()
                .map(item -> item.asJsonObject().getString("id"))
                .toList();
    }

    /** Lets days pass for what is found by the invoice. */
    void pass(String update, String invoice) {
        Console.of("acme").execute("update " + update + " = ?::uuid", invoice);
    }

    /** Pays so many euros on it. */
    void pay(String invoice, String euros) {
        pay(invoice, euros, "EUR");
    }

    /** An invoice that came to so much in that currency, without tax. */
    String issued(String price, String currency) {
        String invoice = draft("{'currency':'" + currency + "'}");
        lines(invoice, "{'description':'Advice','quantity':1,'unitPrice':" + price + ",'taxCategory':'Z','taxRate':0}");
        assertThat(act(invoice, "issue")).matches(Answer::isSuccess);
        return invoice;
    }

    /** Pays so much on it in that currency; returns the payment. */
    String pay(String invoice, String amount, String currency) {
        String payment = made(
                bill,
                "payments",
                "{'account':'" + account + "','amount':{'amount':'" + amount + "','currency':'" + currency + "'}}");
        JsonObject given = json("{'items':[{'invoice':'" + invoice + "','amount':" + amount + "}]}");
        bill.done(Call.put(ROOT + "payments/" + payment + "/allocations", given).header("If-Match", "*"));
        return payment;
    }

    /** Lets the organisation work in that currency. */
    void offer(String currency) {
        anna.done(Call.put(ROOT + "currencies/" + currency, json("{'active':true,'preferred':false}")));
    }

    /** Enters a rate, in place of one that an earlier run entered for the day. */
    void rate(String currency, LocalDate from, String rate) {
        String rates = ROOT + "exchange-rates";
        JsonObject news = json("{'currency':'" + currency + "','validFrom':'" + from + "','rate':" + rate + "}");
        anna
                .done(Call.get(rates).query("filter", "currency==" + currency + ";validFrom==" + from))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .findFirst()
                .ifPresentOrElse(
                        known -> anna.done(Call.of("PATCH", rates + "/" + known.getString("id"))
                                .with(news)
                                .header("If-Match", "*")),
                        () -> anna.done(Call.post(rates, news)));
    }

    Answer act(String invoice, String verb) {
        return bill.send(Call.post(ROOT + "invoices/" + invoice + "/" + verb, JsonValue.EMPTY_JSON_OBJECT));
    }

    JsonObject read(String invoice) {
        return bill.read(ROOT + "invoices/" + invoice);
    }

    List<JsonObject> files(String invoice) {
        return bill.read(ROOT + "invoices/" + invoice + "/files")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    /** The file of an invoice whose name ends so. */
    JsonObject file(String invoice, String ending) {
        return files(invoice).stream()
                .filter(file -> file.getString("name").endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    byte[] content(String invoice, String file) {
        String links = ROOT + "invoices/" + invoice + "/files/" + file + "/links";
        return bill.download(Call.get(
                bill.done(Call.post(links, JsonValue.EMPTY_JSON_OBJECT)).json().getString("url")));
    }

    static String amount(JsonObject record, String field) {
        return record.getJsonObject(field).getString("amount");
    }
}
