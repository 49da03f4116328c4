package org.pipewright.billing.invoices;

import java.util.Locale;

/** Languages in which invoices are written. */
enum PaperLanguage {
    EN,
    DE;

    Locale locale() {
        return Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));
    }

    static PaperLanguage of(Locale locale) {
        return locale.getLanguage().equals("de") ? DE : EN;
    }
}
