package org.pipewright.platform.texts;

import java.util.Locale;
import java.util.Optional;

/** Texts that tenants gave themselves, such as the labels of fields they added. */
public interface TextsOfTenants {

    /** The text that the tenant bound to the thread has for the key, in the language or else in one it has. */
    Optional<String> text(Locale language, String key);
}
