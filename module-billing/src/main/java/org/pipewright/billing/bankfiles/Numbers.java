package org.pipewright.billing.bankfiles;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds numbers of documents in what people write on transfers. */
final class Numbers {

    /** By ISO 11649: two letters, two check digits, and then what the payee chose. */
    private static final Pattern CREDITOR_REFERENCE = Pattern.compile("RF\\d\\d([A-Z0-9]{1,21})");

    private Numbers() {}

    /** Where in an entry numbers may stand; creditor references without their check digits. */
    static List<String> texts(BankEntry entry) {
        return Stream.of(entry.reference(), entry.text())
                .flatMap(Optional::stream)
                .flatMap(text -> Stream.concat(Stream.of(text), inner(text).stream()))
                .toList();
    }

    private static Optional<String> inner(String text) {
        return Optional.of(CREDITOR_REFERENCE.matcher(plain(text)))
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1));
    }

    /** Letters and digits, in capitals. */
    static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** Whether the number stands in the text, not as part of a longer one, whatever signs and blanks are in between. */
    static boolean names(String text, String number) {
        String signs = plain(number)
                .chars()
                .mapToObj(sign -> String.valueOf((char) sign))
                .collect(Collectors.joining("[^A-Z0-9]*"));
        return !signs.isEmpty()
                && Pattern.compile("(?<![A-Z0-9])" + signs + "(?![A-Z0-9])")
                        .matcher(text.toUpperCase(Locale.ROOT))
                        .find();
    }
}
