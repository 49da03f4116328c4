package org.pipewright.platform.papers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.Imprint;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.spi.texts.Wording;
import org.pipewright.platform.tenants.Logos;

/** What stands on every paper of the tenant. */
@ApplicationScoped
class Letterhead {

    @Inject
    Imprints imprints;

    @Inject
    Logos logos;

    @Inject
    TenantSettings settings;

    @Inject
    Wording wording;

    Drawing drawing(Locale language) {
        Imprint imprint = imprints.now();
        return new Drawing(
                wording,
                language,
                imprint,
                logos.current(),
                chosen(
                        CoreModule.LETTERHEAD_TOP,
                        imprint.street() + "\n" + imprint.postalCode() + " " + imprint.city() + "\n" + imprint.phone()
                                + "\n" + imprint.email() + "\n" + imprint.website()),
                chosen(CoreModule.LETTERHEAD_FOOT, foot(imprint)));
    }

    private String chosen(String setting, String otherwise) {
        String text = settings.text(setting);
        return lines(text.isBlank() ? otherwise : text);
    }

    private static String foot(Imprint imprint) {
        return joined(imprint.legalName(), imprint.registrationNumber(), imprint.taxNumber()) + "\n"
                + joined(imprint.iban(), imprint.bic());
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(" · "));
    }

    private static String lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
