package org.pipewright.platform.mailboxes;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Markup of mails as it may be shown: text, tables, links and pictures, without anything that runs or that hides a
 * person's opening of the mail (S-MAIL-04). It is cleaned when it comes in, and shown under a policy that lets nothing
 * run either.
 */
final class MailMarkup {

    private static final int LONGEST = 500_000;
    private static final Pattern POINTS = Pattern.compile("0*[0-2](px)?");
    private static final Safelist ADMITTED = Safelist.relaxed()
            .addTags("hr", "font", "center")
            .addAttributes("font", "color", "size")
            .addAttributes("td", "align", "valign", "bgcolor")
            .addAttributes("th", "align", "valign", "bgcolor")
            .addAttributes("table", "align", "border", "cellpadding", "cellspacing", "bgcolor")
            .removeProtocols("a", "href", "ftp")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addEnforcedAttribute("a", "target", "_blank");

    private MailMarkup() {}

    /** What of the markup may be shown; empty if there is nothing to see, or too much of it. */
    static String cleaned(String markup) {
        if (markup.isBlank() || markup.length() > LONGEST) {
            return "";
        }
        Document clean = new Cleaner(ADMITTED).clean(Jsoup.parse(markup));
        clean.select("img").forEach(MailMarkup::withoutTracks);
        clean.outputSettings().prettyPrint(false);
        return clean.text().isBlank() && clean.select("img").isEmpty()
                ? ""
                : clean.body().html();
    }

    /** Pictures of a point or two only tell that a mail was opened. */
    private static void withoutTracks(Element picture) {
        boolean unseen = isPoint(picture.attr("width")) || isPoint(picture.attr("height"));
        if (unseen || picture.attr("src").isEmpty()) {
            picture.remove();
        }
    }

    private static boolean isPoint(String length) {
        return POINTS.matcher(length).matches();
    }

    /** A page of its own, for a frame. */
    static String page(String clean) {
        return "<!doctype html><html><head><meta charset=\"utf-8\"><base target=\"_blank\"><style>"
                + "body{font:15px/1.5 system-ui,sans-serif;color:#1c2430;background:#fff;margin:12px;overflow-wrap:anywhere}"
                + "img{max-width:100%;height:auto}table{max-width:100%}"
                + "</style></head><body>" + clean + "</body></html>";
    }
}
