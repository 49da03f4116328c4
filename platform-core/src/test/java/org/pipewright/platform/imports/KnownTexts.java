package org.pipewright.platform.imports;

import java.util.Locale;
import java.util.Map;
import org.pipewright.platform.texts.Texts;

/** Texts for tests: by language and key. */
final class KnownTexts extends Texts {

    private static final Map<String, Map<String, String>> BY_LANGUAGE = Map.of(
            "en",
            Map.ofEntries(
                    Map.entry("core.account.one", "Account"),
                    Map.entry("core.account.parent.synonyms", "subsidiary of,parent company"),
                    Map.entry("core.account.industry.synonyms", "sector"),
                    Map.entry("core.account.annualRevenue", "Annual revenue"),
                    Map.entry("core.account.annualRevenue.synonyms", "revenue"),
                    Map.entry("core.thing.kind.CUSTOMER", "Customer"),
                    Map.entry("core.member.name.synonyms", "sales agent"),
                    Map.entry("core.import.synonyms.team", "regional office"),
                    Map.entry("core.currency", "Currency"),
                    Map.entry("core.yes", "Sure"),
                    Map.entry("core.no", "No way")),
            "de",
            Map.ofEntries(
                    Map.entry("core.account.one", "Kunde"),
                    Map.entry("core.account.employees", "Mitarbeitende"),
                    Map.entry("core.account.annualRevenue", "Jahresumsatz"),
                    Map.entry("core.thing.kind.CUSTOMER", "Kundschaft"),
                    Map.entry("core.product.one", "Product"),
                    Map.entry("core.product.category.synonyms", "series"),
                    Map.entry("core.product.price.synonyms", "sales price"),
                    Map.entry("core.currency", "Währung"),
                    Map.entry("core.yes", "Klar"),
                    Map.entry("core.no", "Ach was")));

    static Names names() {
        Names names = new Names();
        names.texts = new KnownTexts();
        return names;
    }

    @Override
    public boolean has(String key) {
        return BY_LANGUAGE.values().stream().anyMatch(texts -> texts.containsKey(key));
    }

    @Override
    public String text(Locale language, String key, Map<String, ?> arguments) {
        return BY_LANGUAGE.get(language.getLanguage()).getOrDefault(key, key);
    }
}
