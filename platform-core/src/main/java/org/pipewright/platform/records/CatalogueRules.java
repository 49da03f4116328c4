package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;

/** What holds for the entries of every list a tenant keeps. */
@ApplicationScoped
class CatalogueRules implements RecordRules<CatalogueEntry> {

    @Inject
    RecordTypes types;

    @Inject
    Sql sql;

    @Override
    public void derive(CatalogueEntry entry, Change change) {
        entry.placeBehind(greatestPlace(types.of(entry.getClass())));
    }

    private int greatestPlace(DeclaredType type) {
        return sql.first(
                        "select coalesce(max(position), 0) from " + type.table()
                                + " where deleted_at is null and position < ?",
                        row -> row.getInt(1),
                        CatalogueEntry.LAST)
                .orElse(0);
    }

    @Override
    public void requireDeletable(CatalogueEntry entry) {
        String type = types.of(entry.getClass()).name();
        boolean isUsed = types.referring(type).stream()
                .flatMap(user -> user.referencesTo(type).stream()
                        .map(field -> "select 1 from " + user.table() + " where deleted_at is null and "
                                + field.column() + " = ? limit 1"))
                .anyMatch(query ->
                        sql.first(query, row -> row.getInt(1), entry.id()).isPresent());
        if (isUsed) {
            throw Refusal.of(CoreErrorCode.ENTRY_IN_USE, entry.name());
        }
    }
}
