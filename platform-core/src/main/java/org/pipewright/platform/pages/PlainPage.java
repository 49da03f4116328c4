package org.pipewright.platform.pages;

import java.util.Locale;

/**
 * A page of plain HTML for people outside, which needs no script. What was typed or configured goes in by {@link #text},
 * which escapes it.
 *
 * @param <P> the page itself
 */
public abstract class PlainPage<P extends PlainPage<P>> {

    private final StringBuilder html = new StringBuilder();

    /** Begins a page with its title, in a style the nonce of its policy lets through. */
    protected PlainPage(Locale language, String title, String nonce, String style) {
        raw("<!doctype html>\n<html lang=\"");
        text(language.toLanguageTag());
        raw("\">\n<head>\n");
        raw("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        raw("<meta name=\"robots\" content=\"noindex\">\n<title>");
        text(title);
        raw("</title>\n<style nonce=\"" + nonce + "\">\n" + style + "</style>\n</head>\n<body>\n<main>\n<h1>");
        text(title);
        raw("</h1>\n");
    }

    protected abstract P self();

    /** Markup as it is. */
    public final P raw(String markup) {
        html.append(markup);
        return self();
    }

    /** Text, escaped. */
    public final P text(String text) {
        for (char c : text.toCharArray()) {
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
        return self();
    }

    /** A paragraph, unless there is nothing in it. */
    public final P paragraph(String text) {
        return text.isEmpty() ? self() : raw("<p>").text(text).raw("</p>\n");
    }

    /** The whole page, with what stands at its end. */
    protected final String ended(String end) {
        raw("</main>\n" + end + "</body>\n</html>\n");
        return html.toString();
    }
}
