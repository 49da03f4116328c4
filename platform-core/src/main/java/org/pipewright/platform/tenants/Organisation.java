package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.history.History;
import org.pipewright.platform.identity.Memberships;
import org.pipewright.platform.identity.ZoneChosen;
import org.pipewright.platform.spi.errors.Refusal;

/** The profile of the bound tenant. */
@ApplicationScoped
class Organisation {

    private static final String PROFILE = "select o.version, t.name, t.slug, t.time_zone, t.language, t.currency, "
            + "o.legal_name, o.street, o.postal_code, o.city, coalesce(o.country, t.country), o.tax_number, "
            + "o.registration_number, o.phone, o.email, o.website, o.iban, o.bic, o.fiscal_year_start, o.first_weekday, "
            + "o.working_days, o.logo_id is not null "
            + "from core.organisation o join platform.tenant t on t.id = o.tenant_id";

    @Inject
    Sql sql;

    @Inject
    CallerBinding binding;

    @Inject
    Callers callers;

    @Inject
    Memberships memberships;

    @Inject
    History history;

    @Inject
    Event<ZoneChosen> zones;

    OrganisationProfile profile() {
        return sql.first(PROFILE, Organisation::read).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    void change(JsonObject patch, Optional<Integer> expected) {
        ProfileChange change = ProfileChange.of(patch);
        int version = sql.first("select version from core.organisation for update", row -> row.getInt(1))
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        if (expected.isPresent() && expected.get() != version) {
            throw Refusal.of(CoreErrorCode.STALE);
        }
        update("core.organisation", "tenant_id", change.ofProfile());
        update("platform.tenant", "id", change.ofTenant());
        sql.update("update core.organisation set version = version + 1");
        tell(patch);
        if (patch.containsKey("timeZone")) {
            zones.fire(new ZoneChosen(binding.tenantId(), null));
        }
    }

    private void update(String table, String key, Map<String, Object> columns) {
        if (!columns.isEmpty()) {
            String assignments = columns.keySet().stream()
                    .map(column -> column + " = " + placeholder(column))
                    .collect(Collectors.joining(", "));
            List<Object> parameters = new ArrayList<>();
            columns.values().forEach(value -> parameters.add(value == null ? Sql.NULL : value));
            parameters.add(binding.tenantId());
            sql.update("update " + table + " set " + assignments + " where " + key + " = ?", parameters);
        }
    }

    private static String placeholder(String column) {
        return column.equals("working_days") ? "?::int[]" : "?";
    }

    private void tell(JsonObject patch) {
        JsonArrayBuilder changes = Json.createArrayBuilder();
        patch.forEach((field, value) ->
                changes.add(Json.createObjectBuilder().add("field", field).add("new", value)));
        history.record(
                "core.organisation",
                binding.tenantId(),
                binding.caller().tenant().name(),
                "edit",
                changes.build());
        callers.forget(binding.tenantId());
        memberships.forget();
    }

    private static OrganisationProfile read(ResultSet row) throws SQLException {
        return new OrganisationProfile(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                row.getInt(19),
                row.getInt(20),
                List.of((Integer[]) row.getArray(21).getArray()),
                row.getBoolean(22));
    }
}
