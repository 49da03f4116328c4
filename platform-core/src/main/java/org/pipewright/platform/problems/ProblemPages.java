package org.pipewright.platform.problems;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.spi.errors.ErrorCode;
import org.pipewright.platform.texts.Texts;

/** Writes the pages about problems from what the modules declare. */
@ApplicationScoped
class ProblemPages {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <main style="font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 8vh auto; padding: 0 1rem">
            <h1 style="font-size: 1.4rem">%s</h1>
            %s
            </main>
            </html>
            """;

    @Inject
    Modules modules;

    @Inject
    Texts texts;

    /** The page of one kind, if there is one. */
    Optional<String> of(String slug, Locale language) {
        return codes().stream()
                .filter(code -> code.slug().equals(slug))
                .findFirst()
                .map(code -> page(language, title(code, language), described(code, language)));
    }

    /** The page of all kinds. */
    String all(Locale language) {
        String list = codes().stream()
                .map(code -> "<li><a href=\"/problems/" + code.slug() + "\"><code>" + code.slug() + "</code></a> "
                        + code.category().status() + " " + escaped(title(code, language)) + "</li>")
                .collect(Collectors.joining("\n"));
        return page(language, texts.text(language, "core.problems"), "<ul>\n" + list + "\n</ul>");
    }

    private List<ErrorCode> codes() {
        return modules.all().stream()
                .flatMap(module -> module.errorCodes().stream())
                .sorted(Comparator.comparing(ErrorCode::slug))
                .toList();
    }

    private String described(ErrorCode code, Locale language) {
        String kind = "core.problem-kind." + code.category().name().toLowerCase(Locale.ROOT);
        String detail = code.textKey() + ".detail";
        return "<p><code>/problems/" + code.slug() + "</code> · HTTP "
                + code.category().status() + "</p>\n"
                + (texts.has(detail) ? paragraph(texts.text(language, detail)) : "")
                + paragraph(texts.text(language, kind))
                + "<p><a href=\"/problems\">" + escaped(texts.text(language, "core.problems")) + "</a></p>";
    }

    private String title(ErrorCode code, Locale language) {
        return texts.text(language, code.textKey());
    }

    private static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>\n";
    }

    private static String page(Locale language, String title, String body) {
        return PAGE.formatted(language.toLanguageTag(), escaped(title), escaped(title), body);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
