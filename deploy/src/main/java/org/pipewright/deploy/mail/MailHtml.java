package org.pipewright.deploy.mail;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/** The caught mails as a page. HTML mails are shown in a frame that runs no script and loads nothing from elsewhere. */
final class MailHtml {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern LINK = Pattern.compile("https?://(?:[^\\s<>\"'&]|&amp;)+");
    private static final String HEAD = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Mails caught by Pipewright</title>
            <style>
              :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
              body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem }
              details { border: 1px solid color-mix(in srgb, currentColor 20%, transparent); border-radius: .5rem;
                margin: .75rem 0; padding: .75rem 1rem }
              summary { cursor: pointer; font-weight: 600 }
              .about { display: block; font-weight: 400; font-size: .875rem; opacity: .75 }
              pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit }
              iframe { width: 100%; height: 24rem; border: 0; background: #fff; border-radius: .25rem }
            </style>
            </head>
            <body>
            <h1>Caught mails</h1>
            <p>This installation delivers no mail. What it would have sent is here, the newest first.</p>
            """;

    private MailHtml() {}

    static String page(List<CaughtMail> mails) {
        StringBuilder page = new StringBuilder(HEAD);
        if (mails.isEmpty()) {
            page.append("<p>Nothing was sent yet.</p>\n");
        }
        for (int i = 0; i < mails.size(); i++) {
            append(page, mails.get(i), i == 0);
        }
        return page.append("</body>\n</html>\n").toString();
    }

    private static void append(StringBuilder page, CaughtMail mail, boolean open) {
        page.append(open ? "<details open>" : "<details>")
                .append("<summary>")
                .append(escaped(mail.subject()))
                .append("<span class=\"about\">to ")
                .append(escaped(String.join(", ", mail.to())))
                .append(" · from ")
                .append(escaped(mail.from()))
                .append(" · ")
                .append(TIME.format(mail.sentAt().atZone(ZoneId.systemDefault())))
                .append("</span></summary>\n");
        appendBody(page, mail);
        mail.attachments()
                .forEach(name ->
                        page.append("<p>Attached: ").append(escaped(name)).append("</p>\n"));
        page.append("</details>\n");
    }

    private static void appendBody(StringBuilder page, CaughtMail mail) {
        if (!mail.text().isBlank()) {
            page.append("<pre>").append(withLinks(mail.text())).append("</pre>\n");
        }
        if (!mail.html().isBlank()) {
            page.append("<iframe title=\"")
                    .append(escaped(mail.subject()))
                    .append("\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\"")
                    .append(escaped("<base target=\"_blank\">" + mail.html()))
                    .append("\"></iframe>\n");
        }
    }

    private static String withLinks(String text) {
        return LINK.matcher(escapedText(text)).replaceAll("<a href=\"$0\" rel=\"noreferrer\">$0</a>");
    }

    /** In text only what opens markup is replaced, so that links stay whole. */
    private static String escapedText(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String escaped(String text) {
        return escapedText(text).replace("\"", "&quot;").replace("'", "&#39;");
    }
}
