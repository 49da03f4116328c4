package org.pipewright.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;

/** What is written in a mail, for readers of plain text and for readers of markup. */
public final class MailBody {

    private static final String UTF_8 = "UTF-8";

    private MailBody() {}

    /** The text, and the same as simple markup. */
    public static MimeMultipart of(String text) throws MessagingException {
        return of(text, markup(text));
    }

    /** The text as simple markup. */
    public static String markup(String text) {
        return LetterHtml.of(text);
    }

    /** The text and its markup. */
    public static MimeMultipart of(String text, String markup) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(markup, UTF_8, "html");
        MimeMultipart body = new MimeMultipart("alternative");
        body.addBodyPart(plain);
        body.addBodyPart(html);
        return body;
    }
}
