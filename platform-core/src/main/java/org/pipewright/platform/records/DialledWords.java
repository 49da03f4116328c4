package org.pipewright.platform.records;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Phone numbers among searched words: the digits as dialled from abroad and at home, whatever was typed (S-SRCH-05). */
final class DialledWords {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern NUMBER = Pattern.compile("(?:\\+|\\(|0)[0-9 ()./-]{4,30}");

    private DialledWords() {}

    /** The ways in which the number may stand among a record's words; none if the words are no number. */
    static List<String> of(String words, String country) {
        String typed = words == null ? "" : words.strip();
        if (!NUMBER.matcher(typed).matches()) {
            return List.of();
        }
        try {
            var number = NUMBERS.parse(typed, country);
            return Stream.of(PhoneNumberFormat.E164, PhoneNumberFormat.NATIONAL)
                    .map(format -> NUMBERS.format(number, format).replaceAll("\\D", ""))
                    .distinct()
                    .toList();
        } catch (NumberParseException e) {
            return List.of();
        }
    }
}
