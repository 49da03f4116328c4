package org.pipewright.platform.mail;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.outbox.OutboxHandler;
import org.pipewright.platform.outbox.OutboxRow;
import org.pipewright.platform.texts.Texts;
import org.pipewright.platform.usage.Metering;

/**
 * Hands letters to the mail server, as plain text and as simple HTML. An address that it refuses for good is told and not
 * tried again.
 */
@ApplicationScoped
class MailDelivery implements OutboxHandler {

    private static final String UTF_8 = "UTF-8";
    private static final String NOT_TAKEN = "The mail server did not take the letter: ";

    @Inject
    PlatformMailServer server;

    @Inject
    Texts texts;

    @Inject
    Metering metering;

    @Inject
    PostedLetters letters;

    @Inject
    Event<AddressRefused> refused;

    @Override
    public String kind() {
        return Mail.KIND;
    }

    @Override
    public void deliver(OutboxRow row) {
        Optional<UUID> posted = Optional.ofNullable(row.recordId());
        try {
            MimeMessage message = message(server.session(), row.payload());
            server.send(message);
            String key = message.getMessageID();
            posted.ifPresent(letter -> letters.handedOver(letter, key));
            metering.mail(row.tenant());
        } catch (SendFailedException e) {
            if (e.getInvalidAddresses() == null || e.getInvalidAddresses().length == 0) {
                throw new IllegalStateException(NOT_TAKEN + reason(e), e);
            }
            posted.ifPresent(letter -> letters.returned(letter, reason(e)));
            refused.fire(new AddressRefused(row.payload().getString("to"), reason(e)));
        } catch (MessagingException e) {
            throw new IllegalStateException(NOT_TAKEN + reason(e), e);
        }
    }

    /** What the server said; the library wraps it. */
    private static String reason(MessagingException failure) {
        Exception last = failure;
        while (last instanceof MessagingException inner && inner.getNextException() != null) {
            last = inner.getNextException();
        }
        return String.valueOf(last.getMessage()).replaceAll("\\s+", " ").strip();
    }

    private MimeMessage message(Session session, JsonObject letter) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(server.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.getString("to")));
        message.setSubject(text(letter, "subject").replaceAll("\\s+", " "), UTF_8);
        message.setSentDate(new Date());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(content(letter));
        return message;
    }

    private MimeMultipart content(JsonObject letter) throws MessagingException {
        MimeMultipart written = MailBody.of(text(letter, "text"));
        JsonArray files = letter.containsKey("files") ? letter.getJsonArray("files") : JsonValue.EMPTY_JSON_ARRAY;
        if (files.isEmpty()) {
            return written;
        }
        for (JsonObject file : files.getValuesAs(JsonObject.class)) {
            if (file.getString("type").startsWith("text/calendar")) {
                written.addBodyPart(asCalendar(file));
            }
        }
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(written);
        MimeMultipart mixed = new MimeMultipart("mixed", body);
        for (JsonObject file : files.getValuesAs(JsonObject.class)) {
            mixed.addBodyPart(attached(file));
        }
        return mixed;
    }

    /** Mail programs show an invitation with its answers where it is another form of what is written (RFC 6047, 2.4). */
    private static MimeBodyPart asCalendar(JsonObject file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(
                Base64.getDecoder().decode(file.getString("content")), file.getString("type"))));
        return part;
    }

    private static MimeBodyPart attached(JsonObject file) throws MessagingException {
        byte[] content = Base64.getDecoder().decode(file.getString("content"));
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, file.getString("type"))));
        part.setFileName(file.getString("name"));
        part.setDisposition(Part.ATTACHMENT);
        return part;
    }

    private String text(JsonObject letter, String part) {
        Map<String, String> arguments = new HashMap<>();
        JsonObject given = letter.getJsonObject("arguments");
        given.keySet().forEach(name -> arguments.put(name, given.getString(name)));
        return texts.text(
                Locale.forLanguageTag(letter.getString("language")),
                "core.mail." + letter.getString("kind") + "." + part,
                arguments);
    }
}
