package org.pipewright.sales.letters;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.customers.CustomerAddresses;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.texts.Language;

/** In which language customers are written to (S-QUO-14). */
@ApplicationScoped
public class LanguageOfCustomers {

    private static final String LANGUAGE = "sales.quote-language";

    @Inject
    CustomerAddresses addresses;

    @Inject
    TenantSettings settings;

    /** The contact's, else the tenant's for quotes. */
    public Language of(Optional<UUID> contact) {
        return addresses.language(contact).orElseGet(() -> Language.of(settings.text(LANGUAGE)));
    }
}
