package org.pipewright.platform.spi.texts;

import java.util.Locale;

/** Texts of the core and of every module by key, for what module code writes for people, such as defaults of a tenant. */
public interface Wording {

    /** The text of that key in the language, else in English, else the key itself. */
    String text(Locale language, String key);
}
