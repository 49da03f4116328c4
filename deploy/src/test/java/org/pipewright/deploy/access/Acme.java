package org.pipewright.deploy.access;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** The demo's first organisation, with what tests of access do to it again and again. */
public final class Acme {

    public static final String ROOT = "/api/tenants/acme/";

    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() / 1000 % 1_000_000_000));

    private Acme() {}

    public static RunningProduct product() {
        return RunningProduct.get();
    }

    public static Client as(DemoMember member) {
        return product().as(member);
    }

    public static Client admin() {
        return as(DemoMember.ANNA_ADMIN);
    }

    /** A name nothing else has. */
    public static String unique(String word) {
        return word + " " + NUMBER.incrementAndGet();
    }

    public static JsonObject json(Object... namesAndValues) {
        var object = Json.createObjectBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add(String.valueOf(namesAndValues[i]), value(namesAndValues[i + 1]));
        }
        return object.build();
    }

    private static JsonValue value(Object value) {
        if (value instanceof JsonValue json) {
            return json;
        } else if (value instanceof Boolean yes) {
            return yes ? JsonValue.TRUE : JsonValue.FALSE;
        } else if (value instanceof Integer number) {
            return Json.createValue(number);
        } else if (value instanceof List<?> list) {
            var array = Json.createArrayBuilder();
            list.forEach(one -> array.add(value(one)));
            return array.build();
        }
        return value == null ? JsonValue.NULL : Json.createValue(value.toString());
    }

    /** Makes something and returns it. */
    public static JsonObject made(DemoMember by, String path, Object... namesAndValues) {
        return as(by).done(Call.post(ROOT + path, json(namesAndValues))).json();
    }

    /** A list with that address or number only. */
    public static List<JsonObject> address(String value) {
        return List.of(json("value", value));
    }

    public static String id(JsonObject record) {
        return record.getString("id");
    }

    public static List<JsonObject> items(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class);
    }

    /** Ids of whatever the search finds for somebody by these words. */
    public static List<String> found(Client who, String words) {
        return who
                .done(Call.get(ROOT + "search").query("q", words))
                .json()
                .getJsonArray("groups")
                .getValuesAs(JsonObject.class)
                .stream()
                .flatMap(group -> items(group).stream())
                .map(Acme::id)
                .toList();
    }

    public static String memberId(String email) {
        return items(admin().done(Call.get(ROOT + "people").query("filter", "email==" + email))
                        .json())
                .get(0)
                .getString("id");
    }

    public static String roleId(String key) {
        return items(admin().read(ROOT + "roles")).stream()
                .filter(role -> key.equals(role.getString("key", "")))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    public static JsonObject grant(String subject, String action, String level) {
        return json("subject", subject, "action", action, "level", level);
    }

    /** A new role that gives exactly this. */
    public static String role(JsonObject... grants) {
        return id(made(DemoMember.ANNA_ADMIN, "roles", "name", unique("Role"), "grants", Arrays.asList(grants)));
    }

    /** Does something while the member holds these roles, and gives back the former ones. */
    public static void holding(DemoMember member, List<String> roles, Runnable deed) {
        String path = ROOT + "people/" + memberId(member.email()) + "/roles";
        List<String> before = admin().read(path).getJsonArray("roles").getValuesAs(JsonObject.class).stream()
                .map(Acme::id)
                .toList();
        admin().done(Call.put(path, json("roles", roles)));
        try {
            deed.run();
        } finally {
            admin().done(Call.put(path, json("roles", before)));
        }
    }

    /** Does something while the member belongs to these teams, too, and takes the member out of them again. */
    public static void alsoIn(DemoMember member, List<String> teams, Runnable deed) {
        String path = ROOT + "people/" + memberId(member.email()) + "/teams";
        List<JsonObject> before = admin().read(path).getJsonArray("teams").getValuesAs(JsonObject.class);
        Object main = before.stream()
                .filter(team -> team.getBoolean("main"))
                .map(Acme::id)
                .findFirst()
                .orElse(null);
        List<String> former = before.stream().map(Acme::id).toList();
        admin().done(Call.put(
                path,
                json(
                        "main",
                        main,
                        "teams",
                        Stream.concat(former.stream(), teams.stream()).toList())));
        try {
            deed.run();
        } finally {
            admin().done(Call.put(path, json("main", main, "teams", former)));
        }
    }

    /** The tenant's tables behind the product's back, for states that would take days. */
    public static Console console() {
        return Console.of("acme");
    }
}
