package org.pipewright.platform.mailboxes;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.files.RecordFiles;
import org.pipewright.platform.files.RecordFiles.Copy;
import org.pipewright.platform.mail.MailBody;
import org.pipewright.platform.openings.MailOpenings;
import org.pipewright.platform.spi.records.Records;

/** Makes of a mail that is kept what a mail server takes. */
@ApplicationScoped
class MailComposing {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    @Inject
    Sql sql;

    @Inject
    Records records;

    @Inject
    RecordFiles files;

    @Inject
    MailOpenings openings;

    private record Kept(String key, String sender, String name, String subject, String text, String markup) {}

    /** The mailbox through which the mail goes out, if it is there still. */
    Optional<Mailbox> mailbox(UUID message) {
        return sql.first(
                        "select mailbox_id from core.message where id = ? and mailbox_id is not null",
                        row -> row.getObject(1, UUID.class),
                        message)
                .flatMap(id -> records.withId(Mailbox.class, id))
                .filter(mailbox -> mailbox.outgoing().isPresent());
    }

    MimeMessage composed(UUID message, JsonObject posted, Session session) throws MessagingException {
        Kept kept = kept(message);
        MimeMessage mail = new KeyedMessage(session, kept.key());
        mail.setFrom(address(kept.sender(), kept.name()));
        add(mail, RecipientType.TO, posted);
        add(mail, RecipientType.CC, posted);
        mail.setSubject(kept.subject(), UTF_8);
        mail.setSentDate(new Date());
        if (posted.containsKey("answersTo")) {
            mail.setReplyTo(new InternetAddress[] {address(posted.getString("answersTo"), kept.name())});
        }
        if (posted.containsKey("earlier")) {
            mail.setHeader("In-Reply-To", posted.getString("earlier"));
            mail.setHeader("References", posted.getString("earlier"));
        }
        mail.setContent(
                content(MailBody.of(kept.text(), markup(message, kept, posted)), files.copies(Message.NAME, message)));
        return mail;
    }

    private String markup(UUID message, Kept kept, JsonObject posted) {
        String markup = kept.markup() == null ? MailBody.markup(kept.text()) : MailMarkup.page(kept.markup());
        return posted.containsKey("token") ? openings.woven(message, posted.getString("token"), markup) : markup;
    }

    private Kept kept(UUID message) {
        return sql.first(
                        "select message_key, sender, sender_name, subject, coalesce(text, ''), html from core.message"
                                + " where id = ?",
                        row -> new Kept(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6)),
                        message)
                .orElseThrow();
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            return new InternetAddress(address, name, UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java platform has UTF-8", e);
        }
    }

    private static void add(MimeMessage mail, RecipientType type, JsonObject posted) throws MessagingException {
        String member = type == RecipientType.TO ? "to" : "cc";
        for (JsonString address : posted.getJsonArray(member).getValuesAs(JsonString.class)) {
            mail.addRecipient(type, new InternetAddress(address.getString()));
        }
    }

    private static MimeMultipart content(MimeMultipart body, List<Copy> copies) throws MessagingException {
        if (copies.isEmpty()) {
            return body;
        }
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeBodyPart written = new MimeBodyPart();
        written.setContent(body);
        mixed.addBodyPart(written);
        for (Copy copy : copies) {
            mixed.addBodyPart(attached(copy));
        }
        return mixed;
    }

    private static MimeBodyPart attached(Copy copy) throws MessagingException {
        try {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(copy.content(), copy.mediaType())));
            part.setFileName(MimeUtility.encodeText(copy.name(), UTF_8, null));
            part.setDisposition(MimeBodyPart.ATTACHMENT);
            return part;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java platform has UTF-8", e);
        }
    }

    /** A mail by whose id answers and bounces are known again; the library would give it another. */
    private static final class KeyedMessage extends MimeMessage {

        private final String key;

        KeyedMessage(Session session, String key) {
            super(session);
            this.key = key;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", key);
        }
    }
}
