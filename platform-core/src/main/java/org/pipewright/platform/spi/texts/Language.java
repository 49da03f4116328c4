package org.pipewright.platform.spi.texts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A language of the product, for records that are written in one. Which there are is decided by files: each language that
 * the core's texts are in, whichever jar or folder they come with (S-I18N-01). A text field of a record keeps the code
 * where it says {@code Field.Format.LANGUAGE}. A language whose files are gone is still the language of what is written in
 * it; what the product says then is English.
 *
 * @param code its two letters as records keep them, such as {@code DE}
 */
public record Language(String code) {

    /** The language of what has no other; all of the product's texts are there in it. */
    public static final Language ENGLISH = new Language("EN");

    private static final List<Language> SPOKEN = found();

    /** All that the product speaks, English first. */
    public static List<Language> spoken() {
        return SPOKEN;
    }

    /** The language of that code or tag; English for none. */
    public static Language of(String tag) {
        return of(Locale.forLanguageTag(tag));
    }

    /** The language of somebody's words and formats. */
    public static Language of(Locale locale) {
        String letters = locale.getLanguage();
        return letters.isEmpty() ? ENGLISH : new Language(letters.toUpperCase(Locale.ROOT));
    }

    /** For texts and formats. */
    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    /** What the language calls itself, as in {@code Deutsch}. */
    public String ownName() {
        String name = locale().getDisplayLanguage(locale());
        return name.substring(0, 1).toUpperCase(locale()) + name.substring(1);
    }

    /** Key of the text that is its name. No bundle has it: the product knows what languages call themselves. */
    public String key() {
        return "core.language." + code;
    }

    private static List<Language> found() {
        Stream<Language> others = Arrays.stream(Locale.getISOLanguages())
                .filter(tag -> !tag.equals(ENGLISH.locale().getLanguage()))
                .filter(tag ->
                        Language.class.getClassLoader().getResource("META-INF/pipewright/texts/core." + tag + ".json")
                                != null)
                .sorted()
                .map(Language::of);
        return Stream.concat(Stream.of(ENGLISH), others).toList();
    }
}
