package org.pipewright.platform.texts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The language a request wants to be answered in: of those it asks for, by weight, the first the product speaks. */
public final class AskedLanguage {

    private AskedLanguage() {}

    /** The fallback if none of those asked for is spoken, or none is asked for. */
    public static Locale of(HttpHeaders headers) {
        return spoken(headers.getAcceptableLanguages()).orElse(Texts.FALLBACK);
    }

    /** The fallback if none of those asked for is spoken, or none is asked for. */
    public static Locale of(HttpServletRequest request) {
        return among(request).orElse(Texts.FALLBACK);
    }

    /** None if none of those asked for is spoken, or none is asked for. */
    public static Optional<Locale> among(HttpServletRequest request) {
        // Without the header a container names the language of its machine.
        return Optional.ofNullable(request.getHeader("Accept-Language"))
                .flatMap(asked -> spoken(Collections.list(request.getLocales())));
    }

    static Optional<Locale> spoken(List<Locale> asked) {
        return asked.stream()
                .filter(language -> Languages.isSpoken(language.getLanguage()))
                .findFirst();
    }
}
