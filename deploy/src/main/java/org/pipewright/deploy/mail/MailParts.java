package org.pipewright.deploy.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes a message apart into what a person wants to see. */
final class MailParts {

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder calendar = new StringBuilder();
    private final List<String> attachments = new ArrayList<>();

    private MailParts() {}

    static CaughtMail read(int number, MimeMessage message) {
        try {
            MailParts parts = new MailParts();
            parts.add(message);
            return new CaughtMail(
                    number,
                    addresses(message.getFrom()).stream().findFirst().orElse(""),
                    addresses(message.getAllRecipients()),
                    message.getSubject() == null ? "" : message.getSubject(),
                    sentAt(message),
                    parts.text.toString(),
                    parts.html.toString(),
                    List.copyOf(parts.attachments),
                    parts.calendar.toString());
        } catch (MessagingException | IOException e) {
            return new CaughtMail(
                    number, "", List.of(), "(unreadable mail)", Instant.now(), e.toString(), "", List.of(), "");
        }
    }

    private static Instant sentAt(MimeMessage message) throws MessagingException {
        return message.getSentDate() == null
                ? Instant.now()
                : message.getSentDate().toInstant();
    }

    private void add(Part part) throws MessagingException, IOException {
        if (part.getFileName() != null) {
            attachments.add(part.getFileName());
        } else if (part.isMimeType("multipart/*")) {
            addAll((Multipart) part.getContent());
        } else if (part.isMimeType("text/calendar")) {
            calendar.append(new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } else if (part.isMimeType("text/html")) {
            html.append(part.getContent());
        } else if (part.isMimeType("text/*")) {
            text.append(part.getContent());
        }
    }

    private void addAll(Multipart parts) throws MessagingException, IOException {
        for (int i = 0; i < parts.getCount(); i++) {
            add(parts.getBodyPart(i));
        }
    }

    private static List<String> addresses(Address[] addresses) {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses).map(Address::toString).toList();
    }
}
