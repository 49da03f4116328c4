package org.pipewright.platform.people;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of an e-mail address behind the last {@code @}, as name servers know it. Equal are only the same domains:
 * whoever holds one holds none below it.
 *
 * @param name in lower case, other than Latin letters encoded
 */
record MailDomain(String name) {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern FORM = Pattern.compile(LABEL + "(?:\\." + LABEL + ")+");
    private static final int LONGEST = 253;
    private static final String NAME_OF_RECORD = "_pipewright.";

    /** The domain of that name, if it can be one. */
    static Optional<MailDomain> named(String text) {
        return encoded(text.strip())
                .filter(name -> name.length() <= LONGEST && FORM.matcher(name).matches())
                .map(MailDomain::new);
    }

    /** The domain of an address. */
    static Optional<MailDomain> ofAddress(String address) {
        int at = address.lastIndexOf('@');
        return at < 1 ? Optional.empty() : named(address.substring(at + 1));
    }

    private static Optional<String> encoded(String text) {
        try {
            return Optional.of(IDN.toASCII(text).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException noDomain) {
            return Optional.empty();
        }
    }

    /** Where the domain's name servers are asked for the proof. */
    String recordName() {
        return NAME_OF_RECORD + name;
    }
}
