package org.pipewright.platform.mail;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The same letter for readers of HTML: its paragraphs, with addresses that can be clicked. */
final class LetterHtml {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    private LetterHtml() {}

    static String of(String text) {
        return Arrays.stream(text.split("\n\n"))
                .map(paragraph -> "<p>" + linked(escaped(paragraph)).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining(
                        "\n",
                        "<!doctype html><html><body style=\"font: 16px/1.5 system-ui, sans-serif; max-width: 36em\">\n",
                        "\n</body></html>\n"));
    }

    private static String linked(String html) {
        return ADDRESS.matcher(html)
                .replaceAll(found ->
                        Matcher.quoteReplacement("<a href=\"" + found.group() + "\">" + found.group() + "</a>"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
