package org.pipewright.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Lets browsers keep files whose names change with their content, and ask again for all others. */
@WebFilter("/ui/*")
public class AssetCaching extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern HASHED = Pattern.compile(".*-[A-Z0-9]{8}\\.(js|css|woff2|svg)");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("Cache-Control", cacheControl(request.getRequestURI()));
        response.setHeader("X-Content-Type-Options", "nosniff");
        chain.doFilter(request, response);
    }

    static String cacheControl(String path) {
        return HASHED.matcher(path).matches() ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
