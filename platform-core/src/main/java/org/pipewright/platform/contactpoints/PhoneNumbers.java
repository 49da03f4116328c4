package org.pipewright.platform.contactpoints;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Numbers in their international form, so that {@code +49 30 123456} and {@code 030 123456} are the same. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /** The number in the form of E.164, read as one dialled in that country; empty if it is none. */
    public static Optional<String> e164(String typed, String country) {
        try {
            var number = NUMBERS.parse(typed, country);
            return NUMBERS.isPossibleNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
