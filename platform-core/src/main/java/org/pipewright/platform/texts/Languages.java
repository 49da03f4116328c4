package org.pipewright.platform.texts;

import static org.pipewright.platform.errors.InvalidFields.reject;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.texts.Language;

/**
 * The languages the product speaks: all there is a file {@code core.LANGUAGE.json} of, in whichever jar (S-I18N-01).
 * What a language has no text for is said in the fallback language.
 */
public final class Languages {

    private static final List<Locale> SPOKEN =
            Language.spoken().stream().map(Language::locale).toList();

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

    /** Notes what is wrong with texts by language that somebody wrote: under the place's name and the language. */
    public static void check(String place, Map<String, String> texts, int longest, List<FieldError> errors) {
        texts.forEach((language, text) -> {
            String there = place + "." + language;
            reject(errors, !isSpoken(language), there, "invalid");
            reject(errors, text == null || text.isBlank(), there, "required");
            reject(errors, text != null && text.length() > longest, there, "too-long");
            reject(errors, text != null && text.indexOf('\0') >= 0, there, "invalid");
        });
    }
}
