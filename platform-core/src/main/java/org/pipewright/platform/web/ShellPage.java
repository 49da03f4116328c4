package org.pipewright.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The page the web build wrote, and the policy that allows exactly its scripts.
 *
 * @param html whole page
 * @param policy value of Content-Security-Policy
 */
record ShellPage(String html, String policy) {

    private static final String FOLDER = "/META-INF/resources/ui/";

    static ShellPage read() {
        return new ShellPage(text("index.html"), text("csp.txt"));
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
