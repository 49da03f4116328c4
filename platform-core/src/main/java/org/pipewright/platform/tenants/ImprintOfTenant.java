package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Objects;
import org.pipewright.platform.spi.tenants.Imprint;
import org.pipewright.platform.spi.tenants.Imprints;

/** Tells modules and papers what the organisation says of itself. */
@ApplicationScoped
class ImprintOfTenant implements Imprints {

    @Inject
    Organisation organisation;

    @Override
    public Imprint now() {
        OrganisationProfile profile = organisation.profile();
        String legalName = told(profile.legalName());
        return new Imprint(
                profile.name(),
                legalName.isEmpty() ? profile.name() : legalName,
                told(profile.street()),
                told(profile.postalCode()),
                told(profile.city()),
                told(profile.country()),
                told(profile.taxNumber()),
                told(profile.registrationNumber()),
                told(profile.phone()),
                told(profile.email()),
                told(profile.website()),
                told(profile.iban()),
                told(profile.bic()),
                Locale.forLanguageTag(profile.language()));
    }

    private static String told(String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }
}
