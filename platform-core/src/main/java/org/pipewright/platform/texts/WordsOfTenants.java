package org.pipewright.platform.texts;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What tenants call things of the product in its place, such as their opportunities (S-OPP-07). */
public interface WordsOfTenants {

    /** Keys of the texts for which tenants may have words of their own. */
    Set<String> keys();

    /** The word that the tenant bound to the thread has for the key in the language, if it has one. */
    Optional<String> word(Locale language, String key);
}
