package org.pipewright.platform.translations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.RecordTypes;

/**
 * Reads what the bound tenant calls record types. In the running transaction where there is one: what is refused is told
 * when that has ended.
 */
@ApplicationScoped
@Transactional
class NamesReading {

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    /** Names by the settings that hold them. */
    Map<String, String> chosen() {
        return types.all().stream()
                .map(type -> type.declaration().naming())
                .filter(prefix -> !prefix.isEmpty())
                .flatMap(this::ofPrefix)
                .collect(Collectors.toMap(name -> name[0], name -> name[1]));
    }

    private Stream<String[]> ofPrefix(String prefix) {
        return sql
                .list(
                        "select key, value from core.setting_chosen where starts_with(key, ?)",
                        row -> new String[] {row.getString(1), row.getString(2)},
                        prefix + "-")
                .stream();
    }
}
