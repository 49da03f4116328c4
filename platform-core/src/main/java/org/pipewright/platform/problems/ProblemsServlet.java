package org.pipewright.platform.problems;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.pipewright.platform.texts.AskedLanguage;

/** Says what a problem's type means, at the address it stands for (S-API-03). Open to everybody. */
@WebServlet({"/problems", "/problems/*"})
public class ProblemsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient ProblemPages pages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = AskedLanguage.of(request);
        String slug = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        Optional<String> page = slug.isEmpty() ? Optional.of(pages.all(language)) : pages.of(slug, language);
        response.setStatus(page.isPresent() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream()
                .write(page.orElseGet(() -> pages.all(language)).getBytes(StandardCharsets.UTF_8));
    }
}
