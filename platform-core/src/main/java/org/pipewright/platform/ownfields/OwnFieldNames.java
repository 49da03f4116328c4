package org.pipewright.platform.ownfields;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pipewright.platform.recordtypes.OwnField;

/** Makes names for programs out of labels for people. */
final class OwnFieldNames {

    private static final int LONGEST = 36;

    private OwnFieldNames() {}

    /** The name of a field with that label: {@code ownDayOfFounding}; numbered where it is not free. */
    static String field(String label, Predicate<String> free) {
        String words = Arrays.stream(plain(label).split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        String name = OwnField.PREFIX + cut(words.isEmpty() ? "Field" : words);
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? name : name + number)
                .filter(free)
                .findFirst()
                .orElseThrow();
    }

    /** The value of a choice with that label: {@code VERY_LARGE}. */
    static String choice(String label) {
        String value = plain(label).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        return cut(value.replaceAll("^_+|_+$", ""));
    }

    private static String plain(String label) {
        return Normalizer.normalize(label.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
