package org.pipewright.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/** The two cookies: who is logged in, and which browser began a log-in. */
@ApplicationScoped
class Cookies {

    private static final String SESSION = "pipewright-session";
    private static final String LOGIN = "pipewright-login";
    private static final int LOGIN_SECONDS = 900;

    @Inject
    IdentitySettings settings;

    Optional<String> session(HttpServletRequest request) {
        return value(request, SESSION);
    }

    Optional<String> login(HttpServletRequest request) {
        return value(request, LOGIN);
    }

    private Optional<String> value(HttpServletRequest request, String name) {
        String full = name(name, settings.isSecure());
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(full))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    void setSession(HttpServletResponse response, String secret) {
        set(response, SESSION, secret, (int) settings.sessionLimit().toSeconds());
    }

    void setLogin(HttpServletResponse response, String secret) {
        set(response, LOGIN, secret, LOGIN_SECONDS);
    }

    void clearSession(HttpServletResponse response) {
        set(response, SESSION, "", 0);
    }

    void clearLogin(HttpServletResponse response) {
        set(response, LOGIN, "", 0);
    }

    private void set(HttpServletResponse response, String name, String value, int seconds) {
        response.addHeader("Set-Cookie", header(name, value, seconds, settings.isSecure()));
    }

    /** The prefix makes browsers refuse the cookie from anywhere but this host over https. */
    static String name(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }

    static String header(String name, String value, int seconds, boolean secure) {
        return name(name, secure) + "=" + value + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
