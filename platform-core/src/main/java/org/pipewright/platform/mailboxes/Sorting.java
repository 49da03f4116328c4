package org.pipewright.platform.mailboxes;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells mails people wrote from those machines did: bounces (RFC 3464), automatic answers (RFC 3834), lists (RFC 2919)
 * and newsletters (RFC 2369).
 *
 * @param own domains and addresses of the tenant itself, in lower case
 */
record Sorting(Set<String> own) {

    private static final Pattern POSTMASTER =
            Pattern.compile("(mailer-daemon|postmaster|mail-daemon|bounces?)([+-].*)?@.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROBOT =
            Pattern.compile("(no-?reply|do-?not-?reply)([+-].*)?@.*", Pattern.CASE_INSENSITIVE);

    /** Why the mail is for nobody, if it is. */
    Optional<Ignored> reason(MimeMessage mail) throws MessagingException {
        Optional<String> sender = sender(mail).map(InternetAddress::getAddress);
        if (isBounce(mail, sender.orElse(""))) {
            return Optional.of(Ignored.BOUNCE);
        } else if (isAutomatic(mail)) {
            return Optional.of(Ignored.AUTO_REPLY);
        } else if (sender.isEmpty()) {
            return Optional.of(Ignored.NO_SENDER);
        } else if (isOwn(sender.get())) {
            return Optional.of(Ignored.OWN_DOMAIN);
        } else if (has(mail, "List-Id")
                || has(mail, "List-Post")
                || precedence(mail).equals("list")) {
            return Optional.of(Ignored.LIST);
        } else if (isNewsletter(mail, sender.get())) {
            return Optional.of(Ignored.NEWSLETTER);
        }
        return Optional.empty();
    }

    /** Whoever wrote the mail. */
    static Optional<InternetAddress> sender(MimeMessage mail) throws MessagingException {
        try {
            Address[] from = mail.getFrom();
            return from == null
                    ? Optional.empty()
                    : Set.of(from).stream()
                            .filter(InternetAddress.class::isInstance)
                            .map(InternetAddress.class::cast)
                            .filter(address -> address.getAddress() != null
                                    && address.getAddress()
                                            .matches("[^\\s@<>\",;]+@[^\\s@<>\",;]+\\.[^\\s@<>\".,;]{2,}"))
                            .findFirst();
        } catch (AddressException e) {
            return Optional.empty();
        }
    }

    private static boolean isBounce(MimeMessage mail, String sender) throws MessagingException {
        boolean report = mail.isMimeType("multipart/report")
                && mail.getContentType().toLowerCase(Locale.ROOT).contains("delivery-status");
        return report
                || has(mail, "X-Failed-Recipients")
                || header(mail, "Return-Path").equals("<>")
                || POSTMASTER.matcher(sender).matches();
    }

    private static boolean isAutomatic(MimeMessage mail) throws MessagingException {
        String submitted = header(mail, "Auto-Submitted");
        return !(submitted.isEmpty() || submitted.startsWith("no"))
                || has(mail, "X-Autoreply")
                || has(mail, "X-Autorespond")
                || precedence(mail).equals("auto_reply")
                || mail.isMimeType("multipart/report");
    }

    private static boolean isNewsletter(MimeMessage mail, String sender) throws MessagingException {
        return has(mail, "List-Unsubscribe")
                || Set.of("bulk", "junk").contains(precedence(mail))
                || ROBOT.matcher(sender).matches();
    }

    private boolean isOwn(String sender) {
        String address = sender.toLowerCase(Locale.ROOT);
        String domain = address.substring(address.indexOf('@') + 1);
        return own.contains(address) || own.contains(domain);
    }

    private static String precedence(MimeMessage mail) throws MessagingException {
        return header(mail, "Precedence");
    }

    private static boolean has(MimeMessage mail, String name) throws MessagingException {
        return mail.getHeader(name) != null;
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null ? "" : values[0].strip().toLowerCase(Locale.ROOT);
    }
}
