package org.pipewright.platform.exports;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;

/**
 * What a job is to write, as it is kept with the job.
 *
 * @param recordType whose records
 * @param wanted of them
 * @param file it is written as
 */
record ExportOrder(String recordType, Exports.Wanted wanted, ListFile file) {

    static ExportOrder of(JsonObject payload) {
        String language = payload.getString("language");
        return new ExportOrder(
                payload.getString("recordType"),
                new Exports.Wanted(
                        payload.getString("filter"),
                        payload.getString("q"),
                        payload.getString("sort"),
                        payload.getString("fields"),
                        language.isEmpty() ? null : Locale.forLanguageTag(language)),
                new ListFile(payload.getBoolean("excel"), payload.getBoolean("bom")));
    }

    JsonObject payload() {
        Locale language = wanted.language();
        return Json.createObjectBuilder()
                .add("recordType", recordType)
                .add("filter", wanted.filter())
                .add("q", wanted.words())
                .add("sort", wanted.sort())
                .add("fields", wanted.fields())
                .add("language", language == null ? "" : language.toLanguageTag())
                .add("excel", file.excel())
                .add("bom", file.byteOrderMark())
                .build();
    }
}
