package org.pipewright.deploy.demo;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pipewright.deploy.processes.StartFailure;

/**
 * The records of the demo's organisation acme. Its people make them over REST, as any program could, so that every rule
 * holds for them and their history is true. The script is {@code records.json}: steps that post something or find it by
 * name, each as somebody; what a step made or found is {@code ${known}} to later ones, and {@code ${today+3}} is a day.
 */
public final class DemoRecords {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z0-9A-Z-]+?)([+-]\\d+)?}");
    private static final String TODAY = "today";

    private final Function<String, DemoCalls> people;
    private final LocalDate today;
    private final Map<String, String> known = new HashMap<>();

    private DemoRecords(Function<String, DemoCalls> people, LocalDate today) {
        this.people = people;
        this.today = today;
    }

    /**
     * Makes the records unless acme has accounts already; waits until its people are there.
     *
     * @throws StartFailure when a step is refused or the people do not come
     */
    public static void fill(URI application, URI issuer) {
        Map<String, DemoCalls> calls = new HashMap<>();
        DemoRecords records = new DemoRecords(
                email -> calls.computeIfAbsent(email, person -> new DemoCalls(application, issuer, person)),
                LocalDate.now());
        JsonArray script = script();
        records.awaitPeople(script.getJsonObject(0).getString("as"));
        if (records.isEmpty(script.getJsonObject(0).getString("as"))) {
            script.getValuesAs(JsonObject.class).forEach(records::take);
        }
    }

    private static JsonArray script() {
        try (InputStream stream = DemoRecords.class.getResourceAsStream("records.json");
                JsonReader reader = Json.createReader(stream)) {
            return reader.readArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitPeople(String email) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!people.apply(email).isWelcome()) {
            if (Instant.now().isAfter(end)) {
                throw new StartFailure("The demo's people cannot log in.");
            }
            pause();
        }
    }

    private boolean isEmpty(String email) {
        return people.apply(email).get("accounts?limit=1").getJsonArray("items").isEmpty();
    }

    private void take(JsonObject step) {
        DemoCalls calls = people.apply(step.getString("as"));
        JsonObject answer = step.containsKey("find")
                ? found(calls, step)
                : calls.post(
                        filled(step.getString("post")),
                        filled(step.getJsonObject("body").toString()));
        if (step.containsKey("known")) {
            known.put(step.getString("known"), answer.getString("id"));
        }
    }

    private static JsonObject found(DemoCalls calls, JsonObject step) {
        String name = step.getString("name").replace(" ", "%20");
        return calls.get(step.getString("find") + "?limit=1&fields=name&filter=name=='" + name + "'")
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private String filled(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match)));
    }

    private String value(MatchResult placeholder) {
        if (placeholder.group(1).equals(TODAY)) {
            return today.plusDays(Integer.parseInt(placeholder.group(2))).toString();
        }
        String id = known.get(placeholder.group(1));
        if (id == null) {
            throw new IllegalStateException("Nothing is known as " + placeholder.group(1));
        }
        return id;
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted.", e);
        }
    }
}
