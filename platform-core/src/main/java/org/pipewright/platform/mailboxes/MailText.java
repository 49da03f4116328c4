package org.pipewright.platform.mailboxes;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What people read in a mail, as plain text and as its author set it, and the files that came along. Markup is kept only
 * cleaned: no script of a mail can run (S-MAIL-04).
 */
final class MailText {

    private static final int DEEPEST = 20;
    private static final int MOST_BYTES = 1_000_000;

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final StringBuilder calendar = new StringBuilder();
    private final List<Attached> attachments = new ArrayList<>();

    /** A file that came along. */
    record Attached(String name, byte[] content) {}

    private MailText() {}

    static MailText of(Part mail) throws MessagingException, IOException {
        MailText text = new MailText();
        text.read(mail, 0);
        return text;
    }

    /** The text of the mail; made of its markup when it has nothing else. */
    String text() {
        String text = plain.toString().isBlank() ? readable(html.toString()) : plain.toString();
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .strip();
    }

    /** The markup as it may be shown; empty if the mail has none. */
    String markup() {
        return MailMarkup.cleaned(html.toString());
    }

    /** The entry for calendar programs, as it was written; empty if there is none. */
    String calendar() {
        return calendar.toString();
    }

    /** The files that came along. */
    List<Attached> attachments() {
        return List.copyOf(attachments);
    }

    private void read(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) {
            return;
        }
        if (part.isMimeType("text/calendar") && calendar.isEmpty()) {
            calendar.append(content(part));
        }
        if (isAttached(part)) {
            attachments.add(attached(part));
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                read(parts.getBodyPart(i), depth + 1);
            }
        } else if (part.isMimeType("text/html")) {
            html.append(content(part)).append('\n');
        } else if (part.isMimeType("text/*") && !part.isMimeType("text/calendar")) {
            plain.append(content(part)).append('\n');
        }
    }

    private static Attached attached(Part part) throws MessagingException, IOException {
        String name =
                Optional.ofNullable(part.getFileName()).map(MailText::decoded).orElse(part.getContentType());
        try (InputStream in = part.getInputStream()) {
            return new Attached(name, in.readAllBytes());
        }
    }

    private static boolean isAttached(Part part) throws MessagingException {
        return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                || (part.getFileName() != null && !part.isMimeType("text/plain"));
    }

    /** Read by hand: a wrong or unknown encoding must not cost the mail. */
    private static String content(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(MOST_BYTES), charset(part.getContentType()));
        }
    }

    private static Charset charset(String contentType) {
        try {
            String name = new jakarta.mail.internet.ContentType(contentType).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (jakarta.mail.internet.ParseException
                | IllegalCharsetNameException
                | UnsupportedCharsetException unknown) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    static String decoded(String encoded) {
        try {
            return MimeUtility.decodeText(encoded);
        } catch (UnsupportedEncodingException e) {
            return encoded;
        }
    }

    /** Markup as text with its lines; what is not seen is left out. */
    static String readable(String markup) {
        Document page = Jsoup.parse(markup);
        page.select("script, style, head, title, [hidden], [style*=display:none], [style*=display: none]")
                .remove();
        page.select("br").after("\\n");
        for (Element block : page.select("p, div, tr, li, h1, h2, h3, h4, blockquote, table")) {
            block.before("\\n");
        }
        return page.text()
                .replace("\\n", "\n")
                .replaceAll("[ \\t]*\\n[ \\t]*", "\n")
                .replaceAll("\\n{3,}", "\n\n");
    }
}
