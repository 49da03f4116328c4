package org.pipewright.platform.spi.texts;

import java.util.Locale;

/** Languages of the product, for records that are written in one of them. */
public enum Language {
    EN,
    DE;

    public Locale locale() {
        return Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));
    }

    /** The language of that tag, else English. */
    public static Language of(String tag) {
        return Locale.forLanguageTag(tag).getLanguage().equals("de") ? DE : EN;
    }
}
