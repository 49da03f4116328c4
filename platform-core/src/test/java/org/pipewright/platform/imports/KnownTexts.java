package org.pipewright.platform.imports;

import java.util.Locale;
import java.util.Map;
import org.pipewright.platform.texts.Texts;

/** Texts for tests: by language and key. */
final class KnownTexts extends Texts {

    private static final Map<String, Map<String, String>> BY_LANGUAGE = Map.of(
            "en",
            Map.of(
                    "core.account.one", "Account",
                    "core.account.parent.synonyms", "subsidiary of,parent company",
                    "core.account.industry.synonyms", "sector",
                    "core.account.annualRevenue", "Annual revenue",
                    "core.account.annualRevenue.synonyms", "revenue",
                    "core.thing.kind.CUSTOMER", "Customer",
                    "core.member.name.synonyms", "sales agent",
                    "core.import.synonyms.team", "regional office",
                    "core.currency", "Currency"),
            "de",
            Map.of(
                    "core.account.one", "Kunde",
                    "core.account.employees", "Mitarbeitende",
                    "core.account.annualRevenue", "Jahresumsatz",
                    "core.thing.kind.CUSTOMER", "Kundschaft",
                    "core.product.one", "Product",
                    "core.product.category.synonyms", "series",
                    "core.product.price.synonyms", "sales price",
                    "core.currency", "Währung"));

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
