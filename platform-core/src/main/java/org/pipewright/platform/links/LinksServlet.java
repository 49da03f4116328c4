package org.pipewright.platform.links;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.identity.Secrets;
import org.pipewright.platform.links.LinkCalls.Asked;
import org.pipewright.platform.spi.errors.ErrorCode.Category;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.links.OutsidePage;
import org.pipewright.platform.texts.Texts;

/** Serves what links lead to as pages that need no script. */
@WebServlet(name = "links", urlPatterns = KeptLinks.ROOT + "*")
public class LinksServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ASK = "ask";

    @Inject
    transient LinkCalls calls;

    @Inject
    transient Texts texts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Asked asked = asked(request);
        String file = request.getParameter("file");
        try {
            if (file != null) {
                give(response, file, calls.file(asked, file));
                return;
            }
            show(response, 200, calls.page(asked), List.of(), Map.of());
        } catch (Refusal refusal) {
            refuse(request, response, refusal);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Asked asked = asked(request);
        String ask = Optional.ofNullable(request.getParameter(ASK)).orElse("");
        Map<String, String> answers = answers(request);
        try {
            show(response, 200, calls.answer(asked, ask, answers), List.of(), Map.of());
        } catch (Refusal refusal) {
            if (refusal.errors().isEmpty()) {
                refuse(request, response, refusal);
            } else {
                answers.put(ASK, ask);
                show(response, 400, calls.page(asked), refusal.errors(), answers);
            }
        }
    }

    private static Map<String, String> answers(HttpServletRequest request) {
        Map<String, String> answers = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> answers.put(name, values[0]));
        return answers;
    }

    private static Asked asked(HttpServletRequest request) {
        String[] parts = Optional.ofNullable(request.getPathInfo()).orElse("/").split("/", 3);
        return new Asked(
                parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "", LinksResource.visitor(request));
    }

    private static void give(HttpServletResponse response, String name, byte[] content) throws IOException {
        protect(response);
        response.setContentType(LinksResource.PDF);
        response.setHeader("Content-Disposition", LinksResource.disposition(name));
        response.getOutputStream().write(content);
    }

    private void show(
            HttpServletResponse response,
            int status,
            OutsidePage page,
            List<FieldError> errors,
            Map<String, String> answers)
            throws IOException {
        String nonce = protect(response);
        Locale language = Locale.forLanguageTag(page.language());
        response.setStatus(status);
        write(
                response,
                new LinkPage(language, page.heading(), nonce, key -> texts.text(language, key))
                        .page(page, errors, answers)
                        .done());
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        String nonce = protect(response);
        Locale language = request.getLocale();
        String key = refusal.code().category() == Category.NOT_FOUND
                ? "core.link.absent"
                : refusal.code().textKey();
        response.setStatus(refusal.code().category().status());
        write(
                response,
                new LinkPage(
                                language,
                                texts.text(language, key, refusal.arguments()),
                                nonce,
                                each -> texts.text(language, each))
                        .done());
    }

    private static String protect(HttpServletResponse response) {
        String nonce = Secrets.random();
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; img-src data:; style-src 'nonce-" + nonce
                        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        return nonce;
    }

    private static void write(HttpServletResponse response, String html) throws IOException {
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }
}
