package org.pipewright.platform.tenants;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.history.History;

/**
 * The logo of the bound tenant. Former ones are kept: a document that was issued with one shows it for ever, so it names
 * the logo by its id.
 */
@ApplicationScoped
public class Logos {

    @Inject
    Sql sql;

    @Inject
    CallerBinding binding;

    @Inject
    History history;

    /** The one for new documents. */
    public Optional<Logo> current() {
        return sql.first(
                "select l.content, l.media_type from core.organisation o join core.logo l"
                        + " on l.tenant_id = o.tenant_id and l.id = o.logo_id",
                row -> new Logo(row.getBytes(1), row.getString(2)));
    }

    void choose(Logo logo) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        sql.update(
                "insert into core.logo (id, content, media_type) values (?, ?, ?)",
                id,
                logo.content(),
                logo.mediaType());
        sql.update("update core.organisation set logo_id = ?, version = version + 1", id);
        tell("new");
    }

    void remove() {
        sql.update("update core.organisation set logo_id = null, version = version + 1");
        tell("old");
    }

    private void tell(String side) {
        JsonArray changes = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("field", "logo").add(side, true))
                .build();
        history.record(
                "core.organisation",
                binding.tenantId(),
                binding.caller().tenant().name(),
                "edit",
                changes);
    }
}
