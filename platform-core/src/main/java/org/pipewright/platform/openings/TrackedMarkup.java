package org.pipewright.platform.openings;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Markup of a mail that tells when it is opened and its links are followed. */
final class TrackedMarkup {

    private TrackedMarkup() {}

    /** Addresses of pages it links to, as they are written, each once. */
    static Set<String> links(String markup) {
        return Jsoup.parse(markup).select("a[href]").stream()
                .map(link -> link.attr("href"))
                .filter(TrackedMarkup::isPage)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A browser can only be sent on to what is an address by the letter. */
    private static boolean isPage(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The markup with other addresses for its links, and a picture nobody sees at its end. */
    static String woven(String markup, Map<String, String> addresses, String picture) {
        Document page = Jsoup.parse(markup);
        page.outputSettings().prettyPrint(false);
        page.select("a[href]")
                .forEach(link -> Optional.ofNullable(addresses.get(link.attr("href")))
                        .ifPresent(address -> link.attr("href", address)));
        page.body()
                .appendElement("img")
                .attr("src", picture)
                .attr("width", "1")
                .attr("height", "1")
                .attr("alt", "");
        return page.outerHtml();
    }
}
