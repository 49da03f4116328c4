package org.pipewright.platform.spi.modules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.pipewright.platform.spi.records.Match;
import org.pipewright.platform.spi.texts.Language;

/**
 * A setting of a tenant, kept, checked, audited and served by the core.
 *
 * @param key dotted, module first; texts {@code <key>} and {@code <key>.help}
 * @param type what values it takes
 * @param defaultValue value in force while the tenant has not chosen, as text
 * @param choices allowed values of a {@link Type#CHOICE} or {@link Type#LANGUAGE}, else empty
 * @param feature key of the feature it belongs to, or empty
 * @param dependsOn keys of the settings without which it has no effect: while one of them is off, its default is in force
 *     and what the tenant chose is kept for later
 */
public record Setting(
        String key, Type type, String defaultValue, List<String> choices, String feature, List<String> dependsOn) {

    private static final List<String> NOTHING = List.of("OFF", "NONE");

    /** Kinds of values. */
    public enum Type {
        TEXT,
        INTEGER,
        BOOLEAN,
        CHOICE,
        /** One of the product's languages, by its tag. */
        LANGUAGE
    }

    /** A setting that has an effect whatever the others are. */
    public Setting(String key, Type type, String defaultValue, List<String> choices, String feature) {
        this(key, type, defaultValue, choices, feature, List.of());
    }

    /** The same, without effect while one of these settings is off. */
    public Setting with(String... parents) {
        return new Setting(key, type, defaultValue, choices, feature, List.of(parents));
    }

    /**
     * Whether a value says that something is done: a switch that is on, a number other than 0, a text, or a choice other than
     * OFF and NONE.
     */
    public boolean isOn(String value) {
        return switch (type) {
            case BOOLEAN -> Boolean.parseBoolean(value);
            case INTEGER -> Integer.parseInt(value) != 0;
            case TEXT, LANGUAGE -> !value.isEmpty();
            case CHOICE -> !NOTHING.contains(value);
        };
    }

    /** A setting that is always there. */
    public static Setting of(String key, Type type, String defaultValue) {
        return new Setting(key, type, defaultValue, List.of(), "");
    }

    /** A language among those the product speaks; English until the tenant chooses. */
    public static Setting ofLanguage(String key, String feature) {
        List<String> tags = Language.spoken().stream()
                .map(language -> language.locale().getLanguage())
                .toList();
        return new Setting(key, Type.LANGUAGE, Language.ENGLISH.locale().getLanguage(), tags, feature);
    }

    /**
     * The settings of the rules by which records of a type are taken for the same (S-DUP-02); until the tenant chooses,
     * what is like another is only told.
     */
    public static List<Setting> ofDuplicates(String recordType, String feature, Match.By... rules) {
        return Stream.of(rules)
                .map(rule -> new Setting(
                        keyOfDuplicates(recordType, rule),
                        Type.CHOICE,
                        "WARN",
                        List.of("OFF", "WARN", "LINK", "BLOCK"),
                        feature))
                .toList();
    }

    /**
     * The settings by which a tenant names records of a type that says so ({@code RecordType.naming}): one word and one for
     * several, in all languages and in each of them.
     */
    public static List<Setting> ofNames(String prefix, String feature) {
        return Stream.of(prefix + "-one", prefix + "-many")
                .flatMap(key -> Stream.concat(
                        Stream.of(key), Language.spoken().stream().map(language -> ofName(key, language.locale()))))
                .map(key -> new Setting(key, Type.TEXT, "", List.of(), feature))
                .toList();
    }

    /** Key of the setting that holds a name in one language. */
    public static String ofName(String key, Locale language) {
        return key + "-" + language.getLanguage();
    }

    /** Key of the setting of one rule. */
    public static String keyOfDuplicates(String recordType, Match.By rule) {
        return recordType + ".duplicates." + rule.name().toLowerCase(Locale.ROOT);
    }
}
