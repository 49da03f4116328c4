package org.pipewright.sales.forms;

import java.util.Locale;

/** Languages a form can be in: those of the product. */
enum FormLanguage {
    EN,
    DE;

    Locale locale() {
        return Locale.forLanguageTag(name().toLowerCase(Locale.ROOT));
    }
}
