package org.pipewright.platform.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import org.pipewright.platform.texts.Texts;

/** The language a request wants to be answered in. */
public final class AskedLanguage {

    private AskedLanguage() {}

    /** The language asked for first; the fallback if none is. */
    public static Locale of(HttpHeaders headers) {
        List<Locale> accepted = headers.getAcceptableLanguages();
        return accepted.isEmpty() || accepted.get(0).getLanguage().equals("*") ? Texts.FALLBACK : accepted.get(0);
    }
}
