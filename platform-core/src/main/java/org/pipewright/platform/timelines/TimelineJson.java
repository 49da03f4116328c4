package org.pipewright.platform.timelines;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.StringReader;
import org.pipewright.platform.records.FieldValues;

/** Contents of entries as JSON. */
public final class TimelineJson {

    private static final Jsonb JSON = JsonbBuilder.create();

    private TimelineJson() {}

    /** What a transfer record becomes when it is answered. */
    public static JsonObject of(Record content) {
        try (JsonReader reader = FieldValues.JSON.createReader(new StringReader(JSON.toJson(content)))) {
            return reader.readObject();
        }
    }
}
