package org.pipewright.platform.mailboxes;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.mailboxes.MailText.Attached;
import org.pipewright.platform.spi.mail.ReceivedMail;

/**
 * A mail taken apart.
 *
 * @param key what tells it from every other one: its Message-ID, or a digest of a mail without
 * @param earlier ids of mails it answers or follows, nearest first
 * @param recipients addresses it was sent to
 * @param attachments files that came along
 * @param markup as it may be shown, empty if there is none
 * @param ignored why it is for nobody, if it is
 * @param returned which mail of ours it brings back, if it does
 * @param calendar the entry for calendar programs that came with it, empty if there is none
 * @param mail what people see
 */
record MailReading(
        String key,
        List<String> earlier,
        String recipients,
        List<Attached> attachments,
        String markup,
        Optional<Ignored> ignored,
        Optional<Returned> returned,
        String calendar,
        ReceivedMail mail) {

    static final Pattern ID = Pattern.compile("<[^<>\\s]{1,400}>");
    private static final int LONGEST_TEXT = 50_000;
    private static final int LONGEST_LINE = 250;

    /** Reads a mail; what is broken in it is left out. */
    static MailReading of(MimeMessage mail, Sorting sorting) throws MessagingException, IOException {
        MailText text = MailText.of(mail);
        Optional<InternetAddress> sender = Sorting.sender(mail);
        Optional<Ignored> ignored = sorting.reason(mail);
        return new MailReading(
                key(mail),
                earlier(mail),
                shortened(recipients(mail), 1000),
                text.attachments(),
                text.markup(),
                ignored,
                ignored.equals(Optional.of(Ignored.BOUNCE)) ? Returned.of(mail) : Optional.empty(),
                text.calendar(),
                new ReceivedMail(
                        sender.map(InternetAddress::getAddress).orElse(""),
                        shortened(line(sender.map(InternetAddress::getPersonal).orElse("")), LONGEST_LINE),
                        shortened(line(subject(mail)), LONGEST_LINE),
                        shortened(text.text(), LONGEST_TEXT),
                        sentAt(mail)));
    }

    /** A mail that is not read, with what its head tells. */
    static MailReading unread(MimeMessage mail, Sorting sorting, Ignored why) throws MessagingException {
        Optional<InternetAddress> sender = Sorting.sender(mail);
        String[] ids = mail.getHeader("Message-ID");
        return new MailReading(
                ids == null || ids[0].isBlank()
                        ? "unread-" + java.util.UUID.randomUUID()
                        : shortened(line(ids[0]), 500),
                List.of(),
                shortened(recipients(mail), 1000),
                List.of(),
                "",
                Optional.of(why),
                Optional.empty(),
                "",
                new ReceivedMail(
                        sender.map(InternetAddress::getAddress).orElse(""),
                        "",
                        shortened(line(subject(mail)), LONGEST_LINE),
                        "",
                        sentAt(mail)));
    }

    private static String subject(MimeMessage mail) throws MessagingException {
        return Optional.ofNullable(mail.getSubject()).map(MailText::decoded).orElse("");
    }

    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    static String shortened(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    static String key(MimeMessage mail) throws MessagingException, IOException {
        String[] ids = mail.getHeader("Message-ID");
        return ids == null || ids[0].isBlank() ? digest(mail) : shortened(line(ids[0]), 500);
    }

    private static String digest(MimeMessage mail) throws MessagingException, IOException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            mail.writeTo(bytes);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static List<String> earlier(MimeMessage mail) throws MessagingException {
        List<String> references = ids(mail, "References");
        java.util.Collections.reverse(references);
        return Stream.concat(ids(mail, "In-Reply-To").stream(), references.stream())
                .distinct()
                .limit(50)
                .toList();
    }

    private static List<String> ids(MimeMessage mail, String header) throws MessagingException {
        String value = mail.getHeader(header, " ");
        return value == null
                ? List.of()
                : ID.matcher(value).results().map(MatchResult::group).collect(Collectors.toList());
    }

    private static String recipients(MimeMessage mail) {
        return Stream.of(Message.RecipientType.TO, Message.RecipientType.CC)
                .flatMap(type -> addresses(mail, type).stream())
                .collect(Collectors.joining(", "));
    }

    private static List<String> addresses(MimeMessage mail, Message.RecipientType type) {
        try {
            Address[] addresses = mail.getRecipients(type);
            return addresses == null
                    ? List.of()
                    : Arrays.stream(addresses)
                            .filter(InternetAddress.class::isInstance)
                            .map(address -> ((InternetAddress) address).getAddress())
                            .toList();
        } catch (MessagingException unreadable) {
            return List.of();
        }
    }

    /** Clocks of senders go wrong, so a mail is never from the future. */
    private static Instant sentAt(MimeMessage mail) throws MessagingException {
        Instant now = Instant.now();
        return Stream.of(Optional.ofNullable(mail.getSentDate()), Optional.ofNullable(mail.getReceivedDate()))
                .flatMap(Optional::stream)
                .map(Date::toInstant)
                .filter(at -> at.isBefore(now) && at.isAfter(Instant.EPOCH))
                .findFirst()
                .orElse(now);
    }
}
