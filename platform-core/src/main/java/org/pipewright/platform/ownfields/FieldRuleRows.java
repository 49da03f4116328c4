package org.pipewright.platform.ownfields;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.Condition;

/** The rules for fields of the product in the database. */
@ApplicationScoped
class FieldRuleRows {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String QUERY = "select record_type, field, conditions from core.field_rule";

    @Inject
    Sql sql;

    List<FieldRule> all() {
        return sql.list(QUERY + " order by record_type, field", FieldRuleRows::rule);
    }

    /** Those of a tenant, which is named in case another one is bound to the running transaction. */
    List<FieldRule> of(UUID tenant) {
        return sql.list(QUERY + " where tenant_id = ?", FieldRuleRows::rule, tenant);
    }

    Optional<FieldRule> locked(FieldRule.Place place) {
        return sql.first(
                QUERY + " where record_type = ? and field = ? for update",
                FieldRuleRows::rule,
                place.recordType(),
                place.field());
    }

    private static FieldRule rule(ResultSet row) throws SQLException {
        return new FieldRule(row.getString(1), row.getString(2), conditions(row.getString(3)));
    }

    private static Condition.OfField conditions(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return ConditionJson.read(reader.readObject());
        }
    }

    void keep(FieldRule rule) {
        sql.update(
                "insert into core.field_rule (record_type, field, conditions) values (?, ?, ?::jsonb)"
                        + " on conflict (tenant_id, record_type, field) do update set conditions = excluded.conditions",
                rule.recordType(),
                rule.field(),
                ConditionJson.written(rule.conditions()).toString());
    }

    void delete(FieldRule.Place place) {
        sql.update(
                "delete from core.field_rule where record_type = ? and field = ?", place.recordType(), place.field());
    }
}
