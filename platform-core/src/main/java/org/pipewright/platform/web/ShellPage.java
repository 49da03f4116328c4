package org.pipewright.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pipewright.platform.texts.Languages;

/**
 * The page the web build wrote, and the policy that allows exactly its scripts.
 *
 * @param html whole page
 * @param policy value of Content-Security-Policy
 */
record ShellPage(String html, String policy) {

    private static final String FOLDER = "/META-INF/resources/ui/";

    static ShellPage read() {
        String html = text("index.html").replaceFirst("<html ", "<html data-languages=\"" + languages() + "\" ");
        return new ShellPage(html, text("csp.txt"));
    }

    private static String languages() {
        return Languages.all().stream().map(Locale::getLanguage).collect(Collectors.joining(" "));
    }

    private static String text(String file) {
        try (InputStream in = ShellPage.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("The web shell was not built: " + FOLDER + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
