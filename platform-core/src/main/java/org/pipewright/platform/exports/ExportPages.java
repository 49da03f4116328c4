package org.pipewright.platform.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import org.pipewright.platform.records.ListRequest;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Action;

/** Reads what is exported page by page, so that neither memory nor a transaction grows with it. */
@ApplicationScoped
@Transactional
class ExportPages {

    @Inject
    RecordReading reading;

    JsonObject page(DeclaredType type, ListRequest request) {
        return page(type, request, false);
    }

    /** How many records there are to export. */
    int total(DeclaredType type, ListRequest request) {
        return page(type, request, true).getInt("total");
    }

    private JsonObject page(DeclaredType type, ListRequest request, boolean counted) {
        String page = reading.list(type, request, counted, Action.EXPORT);
        try (JsonReader reader = Json.createReader(new StringReader(page))) {
            return reader.readObject();
        }
    }
}
