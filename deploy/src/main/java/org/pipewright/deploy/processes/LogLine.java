package org.pipewright.deploy.processes;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/** A line of a log. The application server writes JSON, which is shortened to what a person wants to read. */
final class LogLine {

    private static final int LONGEST = 2_000;

    private LogLine() {}

    static String readable(String line) {
        String text = line.startsWith("{") ? message(line) : line;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }

    private static String message(String line) {
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject entry = reader.readObject();
            String level = entry.getString("Level", "");
            return entry.containsKey("LogMessage")
                    ? level + " " + entry.getString("LogMessage").strip()
                    : line;
        } catch (JsonException | ClassCastException e) {
            return line;
        }
    }
}
