package org.pipewright.deploy.selling;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** What a rep of the demo does with deals and what belongs to them. */
final class Desk {

    static final String ROOT = "/api/tenants/acme/";

    final Client rita = RunningProduct.get().as(DemoMember.RITA_REP);
    final Client anna = RunningProduct.get().as(DemoMember.ANNA_ADMIN);
    final String word = "D" + UUID.randomUUID().toString().substring(0, 8);

    String account(String name) {
        return made("accounts", object("name", word + " " + name));
    }

    String made(String path, JsonObject body) {
        return rita.done(Call.post(ROOT + path, body)).json().getString("id");
    }

    /** A deal of a kind; further members as names and values. */
    String deal(String kind, String account, Object... more) {
        JsonObjectBuilder body = Json.createObjectBuilder(object(more))
                .add("name", word + " " + UUID.randomUUID())
                .add("account", account)
                .add("kind", id("opportunity-kinds", kind));
        return made("opportunities", body.build());
    }

    /** Id of a new kind without stages that takes primary demand or does not. */
    String kind(boolean demand) {
        JsonObject kind =
                object("name", word + " " + demand, "type", "OTHER", "allowed", true, "primaryDemand", demand);
        anna.done(Call.post(ROOT + "opportunity-kinds", kind));
        return word + " " + demand;
    }

    JsonObject read(String deal) {
        return rita.read(ROOT + "opportunities/" + deal);
    }

    List<JsonObject> parts(String deal, String path) {
        return items(rita.read(ROOT + "opportunities/" + deal + "/" + path));
    }

    /** Saves all parts at once. */
    Answer save(String deal, String path, JsonObject... lines) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        List.of(lines).forEach(items::add);
        Call call = Call.put(
                ROOT + "opportunities/" + deal + "/" + path,
                Json.createObjectBuilder().add("items", items).build());
        return rita.send(call.header("If-Match", "*"));
    }

    /** A quote of the deal, which becomes its newest. */
    String quote(String deal) {
        done(perform(deal, "quote", JsonValue.EMPTY_JSON_OBJECT));
        return items(rita.done(Call.get(ROOT + "quotes")
                                .query("filter", "opportunity==" + deal)
                                .query("sort", "-createdAt"))
                        .json())
                .get(0)
                .getString("id");
    }

    void send(String quote) {
        rita.done(Call.post(ROOT + "quotes/" + quote + "/send", object("to", word + "@customer.example")));
    }

    /** Sends it to a mailbox of its own; returns where the link leads over REST. */
    String linked(String quote) {
        rita.done(Call.post(ROOT + "quotes/" + quote + "/send", object("to", mailbox(quote), "message", "Here it is")));
        return linkTo(mailbox(quote));
    }

    /** Address that only mails about this record go to. */
    String mailbox(String record) {
        return word + record.substring(24) + "@customer.example";
    }

    /** The link in the only mail to that address. */
    static String linkTo(String address) {
        RunningProduct product = RunningProduct.get();
        RunningProduct.eventually(
                "a link is mailed", () -> !product.mailsTo(address).isEmpty());
        String mail = product.mailsTo(address).getJsonObject(0).getString("text");
        return "/api" + mail.substring(mail.indexOf("/links/")).strip();
    }

    /** A quote of the deal that was sent and accepted. */
    String accepted(String deal) {
        return accept(quote(deal));
    }

    /** Sends the quote and notes that it was accepted. */
    String accept(String quote) {
        send(quote);
        rita.done(Call.post(ROOT + "quotes/" + quote + "/accept", object("by", "Cora Customer", "reason", "By phone")));
        return quote;
    }

    /** Switches a setting that is on or off. */
    void choose(String setting, boolean on) {
        anna.done(Call.put(ROOT + "settings/" + setting, object("value", on)));
    }

    Answer perform(String deal, String verb, JsonObject input) {
        return rita.send(Call.post(ROOT + "opportunities/" + deal + "/" + verb, input));
    }

    void done(Answer answer) {
        if (!answer.isSuccess()) {
            throw new AssertionError(answer);
        }
    }

    String id(String path, String name) {
        return items(anna.done(Call.get(ROOT + path).query("filter", "name=='" + name + "'"))
                        .json())
                .get(0)
                .getString("id");
    }

    static List<JsonObject> items(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class);
    }

    static String reference(JsonObject record, String field) {
        return record.getJsonObject(field).getString("id");
    }

    static JsonObject money(String amount) {
        return money(amount, "EUR");
    }

    static JsonObject money(String amount, String currency) {
        return object("amount", amount, "currency", currency);
    }

    static JsonObject object(Object... namesAndValues) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add((String) namesAndValues[i], json(namesAndValues[i + 1]));
        }
        return object.build();
    }

    /** The same with one member more. */
    static JsonObject with(JsonObject object, String name, Object value) {
        return Json.createObjectBuilder(object).add(name, json(value)).build();
    }

    private static JsonValue json(Object value) {
        if (value instanceof JsonValue known) {
            return known;
        } else if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (value instanceof Integer number) {
            return Json.createValue(number);
        }
        return Json.createValue((String) value);
    }

    static JsonObject victory() {
        return object("actualClose", "2026-06-15", "closeRevenue", money("500.00"));
    }
}
