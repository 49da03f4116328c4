package org.pipewright.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.pipewright.platform.texts.AskedLanguage;
import org.pipewright.platform.texts.Texts;

/** Shown when a log-in could not be completed, without starting another by itself. */
@ApplicationScoped
class LoginFailedPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <main style="font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1rem">
            <h1 style="font-size: 1.4rem">%s</h1>
            <p>%s</p>
            <p><a href="/login">%s</a></p>
            </main>
            """;

    @Inject
    Texts texts;

    void show(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page(AskedLanguage.of(request)).getBytes(StandardCharsets.UTF_8));
    }

    private String page(Locale language) {
        String title = texts.text(language, "core.login-failed");
        return PAGE.formatted(
                language.toLanguageTag(),
                title,
                title,
                texts.text(language, "core.login-failed.text"),
                texts.text(language, "core.login-failed.again"));
    }
}
