package org.pipewright.platform.texts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The languages the product speaks: all there is a file {@code core.LANGUAGE.json} of, in whichever jar (S-I18N-01).
 * What a language has no text for is said in the fallback language.
 */
public final class Languages {

    private static final List<Locale> SPOKEN = found();

    private Languages() {}

    /** All of them, the fallback first. */
    public static List<Locale> all() {
        return SPOKEN;
    }

    /** Whether there are texts in the language of that two-letter tag. */
    public static boolean isSpoken(String tag) {
        return SPOKEN.stream().anyMatch(language -> language.getLanguage().equals(tag));
    }

    /** What of the texts by language somebody reads: that in the language, in the fallback, or in whichever there is. */
    public static String chosen(Locale language, Map<String, String> texts) {
        return Optional.ofNullable(texts.get(language.getLanguage()))
                .or(() -> Optional.ofNullable(texts.get(Texts.FALLBACK.getLanguage())))
                .orElseGet(() -> texts.values().iterator().next());
    }

    private static List<Locale> found() {
        Stream<String> others = Arrays.stream(Locale.getISOLanguages())
                .filter(tag -> !tag.equals(Texts.FALLBACK.getLanguage()))
                .filter(tag -> Languages.class.getClassLoader().getResource(Texts.file("core", tag)) != null);
        return Stream.concat(Stream.of(Texts.FALLBACK), others.sorted().map(Locale::new))
                .toList();
    }
}
