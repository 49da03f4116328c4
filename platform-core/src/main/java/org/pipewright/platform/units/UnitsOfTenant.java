package org.pipewright.platform.units;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.documents.Units;
import org.pipewright.platform.translations.Translations;

/** The units of the bound tenant, also those that are retired: documents keep them. */
@ApplicationScoped
class UnitsOfTenant implements Units {

    @Inject
    Sql sql;

    @Inject
    Translations translations;

    @Override
    public Map<UUID, String> names(Locale language) {
        Map<UUID, String> names = new HashMap<>(texts("select id, name from core.unit"));
        translations.texts(language.getLanguage()).forEach((id, text) -> names.replace(id, text));
        return names;
    }

    @Override
    public Map<UUID, String> codes() {
        return texts("select id, code from core.unit where code is not null");
    }

    private Map<UUID, String> texts(String query) {
        return sql.list(query, row -> Map.entry(row.getObject(1, UUID.class), row.getString(2))).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
