package org.pipewright.platform.tenants;

import java.util.Locale;
import java.util.UUID;

/** What is known of an organisation when it becomes a tenant. */
record NewTenant(UUID id, String slug, String name, String country, String timeZone, String language, String currency) {

    Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
