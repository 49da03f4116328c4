package org.pipewright.platform.identity;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.pipewright.platform.rest.RequestContext;
import org.pipewright.platform.spi.errors.Refusal;

/** Stands before every request: names it, sets the headers that protect browsers, and lets the gate guard the API. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Entrance implements Filter {

    private static final String POLICY =
            "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
                    + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    @Inject
    ApiGate gate;

    @Inject
    Problems problems;

    @Inject
    IdentitySettings settings;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setHeader("X-Request-Id", RequestContext.begin(asked.getHeader("X-Request-Id")));
        try {
            protectBrowser(answer);
            pass(asked, answer, chain);
        } finally {
            RequestContext.end();
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            if (isApi(request)) {
                response.setHeader("Cache-Control", "no-store");
                gate.admit(request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        } catch (Refusal refusal) {
            problems.answer(refusal, request, response);
        }
    }

    private static boolean isApi(HttpServletRequest request) {
        return request.getServletPath().equals("/api")
                || request.getServletPath().startsWith("/api/")
                || request.getRequestURI().startsWith(request.getContextPath() + "/api/");
    }

    private void protectBrowser(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "same-origin");
        if (settings.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
