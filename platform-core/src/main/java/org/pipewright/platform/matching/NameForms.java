package org.pipewright.platform.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Names without what people write one way today and another tomorrow. */
final class NameForms {

    private static final int LONGEST = 200;

    /** Legal forms and the words that join them, which stand at the end of a name. */
    private static final Set<String> LEGAL_FORMS = Set.of(
            "ag",
            "ab",
            "aps",
            "as",
            "asa",
            "bv",
            "co",
            "cokg",
            "company",
            "corp",
            "corporation",
            "doo",
            "eg",
            "ek",
            "ev",
            "gbr",
            "ggmbh",
            "gmbh",
            "haftungsbeschrankt",
            "inc",
            "incorporated",
            "kft",
            "kg",
            "kgaa",
            "limited",
            "llc",
            "llp",
            "lp",
            "ltd",
            "mbh",
            "nv",
            "oe",
            "og",
            "ohg",
            "oy",
            "oyj",
            "partg",
            "partgmbb",
            "plc",
            "pte",
            "pty",
            "sa",
            "sarl",
            "sas",
            "se",
            "sl",
            "spa",
            "sro",
            "srl",
            "ug",
            "und",
            "and");

    private NameForms() {}

    /** {@code ACME GmbH & Co. KG} and {@code Acme} are {@code acme}. */
    static String organisation(String name) {
        List<String> words = words(name);
        int end = words.size();
        while (end > 1 && LEGAL_FORMS.contains(words.get(end - 1))) {
            end--;
        }
        return shortened(String.join(" ", words.subList(0, end)));
    }

    /** {@code Byron, Ada} and {@code Ada Byron} are {@code ada byron}. */
    static String person(String name) {
        return shortened(words(name).stream().sorted().collect(Collectors.joining(" ")));
    }

    /** The name of a place. */
    static String place(String name) {
        return shortened(String.join(" ", words(name)));
    }

    /** Letters and digits only. */
    static String number(String text) {
        return shortened(text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""));
    }

    /** Lower case without accents and points; an umlaut is the same as the two letters that stand for it. */
    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name.toUpperCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace(".", "")
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u");
        return new ArrayList<>(Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList());
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST, text.length()));
    }
}
