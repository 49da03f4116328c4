package org.pipewright.platform.forms;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.pipewright.platform.forms.FormCalls.Asked;
import org.pipewright.platform.identity.Secrets;
import org.pipewright.platform.spi.errors.ErrorCode.Category;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.forms.PublicForm;
import org.pipewright.platform.texts.Texts;

/** Serves forms as pages that need no script: to fill in, to confirm, and as a frame inside other sites. */
@WebServlet(name = "forms", urlPatterns = FormPages.ROOT + "*")
public class FormsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String TRAP = "homepage";
    private static final Set<String> AROUND =
            Set.of("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "referrer", "page");
    private static final String FRAME = """
            (() => {
              const script = document.currentScript;
              const come = new URLSearchParams({ referrer: document.referrer, page: location.href.split(/[?#]/)[0] });
              new URLSearchParams(location.search).forEach((value, name) => {
                if (name.startsWith('utm_')) come.set(name, value);
              });
              const frame = document.createElement('iframe');
              frame.title = '%s';
              frame.src = '%s?' + come;
              frame.style.cssText = 'width:100%%;border:0;min-height:20rem';
              script.after(frame);
              addEventListener('message', event => {
                if (event.source === frame.contentWindow && event.data && event.data.pipewrightForm > 0) {
                  frame.style.height = Math.ceil(event.data.pipewrightForm) + 'px';
                }
              });
            })();
            """;

    @Inject
    transient FormCalls calls;

    @Inject
    transient Submissions submissions;

    @Inject
    transient FormTokens tokens;

    @Inject
    transient FormQuestions questions;

    @Inject
    transient FormPages pages;

    @Inject
    transient Texts texts;

    /** An answer: its status and its page. */
    private record Shown(int status, String html) {}

    /** What the address names. */
    private record Place(String tenant, String form, String rest) {

        static Place of(HttpServletRequest request) {
            String[] parts =
                    Optional.ofNullable(request.getPathInfo()).orElse("/").split("/", 4);
            return new Place(part(parts, 1), part(parts, 2), part(parts, 3));
        }

        private static String part(String[] parts, int index) {
            return parts.length > index ? parts[index] : "";
        }

        Optional<String> secret() {
            return rest.startsWith("confirm/") ? Optional.of(rest.substring("confirm/".length())) : Optional.empty();
        }

        Asked asked(HttpServletRequest request) {
            return new Asked(tenant, form, request.getRemoteAddr());
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Place place = Place.of(request);
        if (place.rest().equals("embed.js")) {
            frame(request, response, place);
        } else {
            answer(request, response, calls::on, (form, nonce) -> shown(request, place, form, nonce));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        Place place = Place.of(request);
        answer(request, response, calls::evenClosed, (form, nonce) -> taken(request, place, form, nonce));
    }

    @FunctionalInterface
    private interface Reply {
        Shown to(PublicForm form, String nonce);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, FormCalls.Way<Shown> way, Reply reply)
            throws IOException {
        String nonce = Secrets.random();
        protect(response, nonce, Set.of());
        Shown shown;
        try {
            shown = way.to(Place.of(request).asked(request), form -> {
                protect(response, nonce, form.origins());
                return reply.to(form, nonce);
            });
        } catch (Refusal refusal) {
            shown = refused(request, refusal, nonce);
        }
        response.setStatus(shown.status());
        response.getOutputStream().write(shown.html().getBytes(StandardCharsets.UTF_8));
    }

    /** Browsers that know the policy's frame-ancestors do not look at X-Frame-Options, which cannot name sites. */
    private static void protect(HttpServletResponse response, String nonce, Set<String> origins) {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'nonce-" + nonce + "'; script-src 'nonce-" + nonce
                        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'self' "
                        + String.join(" ", origins));
    }

    private Shown shown(HttpServletRequest request, Place place, PublicForm form, String nonce) {
        return place.secret()
                .map(secret -> {
                    submissions.requireSent(form, secret);
                    return confirmation(form, nonce);
                })
                .orElseGet(() -> page(request, form, tokens.issued(form.id()), nonce, List.of()));
    }

    private Shown taken(HttpServletRequest request, Place place, PublicForm form, String nonce) {
        if (place.secret().isPresent()) {
            return done(form, nonce, submissions.confirm(form, place.secret().get()));
        }
        try {
            return done(form, nonce, submissions.submit(form, filled(request, form)));
        } catch (Refusal refusal) {
            if (refusal.errors().isEmpty()) {
                throw refusal;
            }
            return page(request, form, token(request, form, refusal), nonce, refusal.errors());
        }
    }

    private Shown done(PublicForm form, String nonce, Submissions.Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> thanks(form, nonce, 200, thanksOf(form));
            case MAILED -> thanks(form, nonce, 200, text(form, "core.form.mailed"));
            case PARKED -> thanks(form, nonce, Category.UNAVAILABLE.status(), text(form, "core.form.parked"));
        };
    }

    private static Filled filled(HttpServletRequest request, PublicForm form) {
        return new Filled(
                request.getParameter("token"),
                typed(request, form),
                request.getParameter("consent") != null,
                request.getParameter(TRAP),
                facts(request));
    }

    private static Map<String, String> typed(HttpServletRequest request, PublicForm form) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.questions()
                .keySet()
                .forEach(name ->
                        Optional.ofNullable(request.getParameter(name)).ifPresent(value -> typed.put(name, value)));
        return typed;
    }

    private static Map<String, String> facts(HttpServletRequest request) {
        Map<String, String> facts = new TreeMap<>();
        AROUND.forEach(
                name -> Optional.ofNullable(request.getParameter(name)).ifPresent(value -> facts.put(name, value)));
        if (request.getMethod().equals("GET")) {
            Optional.ofNullable(request.getHeader("Referer")).ifPresent(value -> facts.putIfAbsent("referrer", value));
        }
        return facts;
    }

    /** A form that was open for too long is good again with what was typed. */
    private String token(HttpServletRequest request, PublicForm form, Refusal refusal) {
        boolean spent = refusal.errors().stream()
                .anyMatch(
                        error -> error.field().equals("token") && !error.code().equals("too-fast"));
        return spent ? tokens.issued(form.id()) : request.getParameter("token");
    }

    private Shown page(
            HttpServletRequest request, PublicForm form, String token, String nonce, List<FieldError> errors) {
        Map<String, String> told = told(form, errors);
        FormPage page = new FormPage(form.language(), form.wording().heading(), nonce, key -> text(form, key))
                .paragraph(form.wording().introduction());
        if (!errors.isEmpty()) {
            page.alert(told.getOrDefault("token", text(form, "core.form.errors")));
        }
        page.raw("<form method=\"post\" action=\"" + request.getContextPath() + request.getServletPath()
                        + request.getPathInfo() + "\">\n")
                .hidden("token", token);
        facts(request).forEach(page::hidden);
        questions.of(form, typed(request, form)).forEach(question -> page.question(question, told));
        if (!form.wording().consent().isEmpty()) {
            page.consent(form.wording().consent(), request.getParameter("consent") != null, told);
        }
        page.trap(TRAP).button(text(form, "core.form.send")).raw("</form>\n");
        return new Shown(errors.isEmpty() ? 200 : 400, page.done(nonce));
    }

    private Map<String, String> told(PublicForm form, List<FieldError> errors) {
        Map<String, String> told = new TreeMap<>();
        errors.forEach(error -> told.putIfAbsent(error.field(), text(form, error.message())));
        return told;
    }

    /** Programs that look at links in mails must not confirm by that, so a person presses a button. */
    private Shown confirmation(PublicForm form, String nonce) {
        FormPage page = new FormPage(form.language(), form.wording().heading(), nonce, key -> text(form, key))
                .paragraph(text(form, "core.form.confirm-question"))
                .raw("<form method=\"post\">\n")
                .button(text(form, "core.form.confirm"))
                .raw("</form>\n");
        return new Shown(200, page.done(nonce));
    }

    private String thanksOf(PublicForm form) {
        return form.wording().thanks().isEmpty()
                ? text(form, "core.form.thanks")
                : form.wording().thanks();
    }

    private Shown thanks(PublicForm form, String nonce, int status, String text) {
        FormPage page = new FormPage(form.language(), form.wording().heading(), nonce, key -> text(form, key))
                .raw("<div role=\"status\">\n")
                .paragraph(text)
                .raw("</div>\n");
        return new Shown(status, page.done(nonce));
    }

    private Shown refused(HttpServletRequest request, Refusal refusal, String nonce) {
        Locale language = request.getLocale();
        String key = refusal.code().category() == Category.NOT_FOUND
                ? "core.form.absent"
                : refusal.code().textKey();
        FormPage page = new FormPage(
                language, texts.text(language, key, refusal.arguments()), nonce, each -> texts.text(language, each));
        return new Shown(refusal.code().category().status(), page.done(nonce));
    }

    private String text(PublicForm form, String key) {
        return texts.text(form.language(), key);
    }

    /** The script that puts the form into another page, and tells the form how people came to that page. */
    private void frame(HttpServletRequest request, HttpServletResponse response, Place place) throws IOException {
        try {
            String script = calls.on(
                    place.asked(request),
                    form -> FRAME.formatted(
                            form.wording().heading().replaceAll("[\\\\'<>\\p{Cntrl}]", " "), pages.page(form.id())));
            response.setContentType("text/javascript;charset=UTF-8");
            response.setHeader("Cache-Control", "max-age=300");
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
            response.getOutputStream().write(script.getBytes(StandardCharsets.UTF_8));
        } catch (Refusal refusal) {
            response.sendError(refusal.code().category().status());
        }
    }
}
