package org.pipewright.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.pipewright.platform.identity.Strangers;

/** Answers every address people see with the shell's page; what the address means is decided in the browser. */
@WebServlet(
        name = "shell",
        urlPatterns = {"", "/t/*", "/signup", "/signup/*", "/invitations", "/invitations/*", "/operator", "/operator/*"
        })
public class ShellServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ShellPage page = ShellPage.read();

    @Inject
    transient Strangers strangers;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isWithin(request.getServletPath()) && strangers.include(request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        }
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", page.policy());
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        response.getOutputStream().write(page.html().getBytes(StandardCharsets.UTF_8));
    }

    /** Where only members have something to see; signing up and accepting is for everybody. */
    private static boolean isWithin(String path) {
        return path.isEmpty() || path.equals("/t");
    }
}
