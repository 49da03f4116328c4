package org.pipewright.platform.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.modules.Setting;
import org.pipewright.platform.spi.records.Match;

/** What the tenant wants to follow from each rule. */
@ApplicationScoped
public class Handlings {

    @Inject
    Sql sql;

    /** The rules of the type that are applied, each with what follows from it. */
    public Map<Match.By, Handling> of(DeclaredType type) {
        Map<Match.By, Handling> handlings = new EnumMap<>(Match.By.class);
        Matching.rules(type).forEach(rule -> handlings.put(rule.by(), Handling.WARN));
        Map<String, Match.By> byKey = new HashMap<>();
        handlings.keySet().forEach(rule -> byKey.put(Setting.keyOfDuplicates(type.name(), rule), rule));
        if (!byKey.isEmpty()) {
            sql.list(
                    "select key, value from core.setting_chosen where key = any(?)",
                    row -> handlings.put(byKey.get(row.getString(1)), Handling.valueOf(row.getString(2))),
                    byKey.keySet());
        }
        handlings.values().removeIf(Handling.OFF::equals);
        return handlings;
    }

    /** The same without the rules that look at fields the caller may not see: their answers would tell what stands there. */
    public Map<Match.By, Handling> of(DeclaredType type, Caller caller) {
        Map<Match.By, Handling> handlings = of(type);
        Matching.rules(type).stream()
                .filter(rule -> !Matching.fields(type, rule).allMatch(field -> Query.isVisible(caller, type, field)))
                .forEach(rule -> handlings.remove(rule.by()));
        return handlings;
    }
}
