package org.pipewright.platform.matching;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Domains by which organisations are told apart. */
final class Domains {

    /** Services where everybody may have a mailbox. */
    private static final Set<String> PUBLIC = Set.of(
            "aol.com",
            "arcor.de",
            "bluewin.ch",
            "fastmail.com",
            "freenet.de",
            "gmail.com",
            "gmx.at",
            "gmx.ch",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "googlemail.com",
            "hotmail.com",
            "hotmail.de",
            "hotmail.fr",
            "icloud.com",
            "laposte.net",
            "libero.it",
            "live.com",
            "live.de",
            "mac.com",
            "mail.com",
            "mail.ru",
            "mailbox.org",
            "me.com",
            "msn.com",
            "orange.fr",
            "outlook.com",
            "outlook.de",
            "posteo.de",
            "proton.me",
            "protonmail.com",
            "qq.com",
            "t-online.de",
            "web.de",
            "yahoo.co.uk",
            "yahoo.com",
            "yahoo.de",
            "yahoo.fr",
            "yandex.ru",
            "ymail.com",
            "163.com");

    private Domains() {}

    /** The domain of a web or e-mail address, without {@code www}, unless it is that of a public mail service. */
    static Optional<String> of(String address) {
        String host = address.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z][a-z0-9+.-]*://", "")
                .replaceFirst("[/?#].*$", "")
                .replaceFirst("^.*@", "")
                .replaceFirst(":[0-9]*$", "")
                .replaceFirst("^www\\.", "");
        return host.contains(".") && !PUBLIC.contains(host) ? Optional.of(host) : Optional.empty();
    }
}
