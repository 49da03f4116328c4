package org.pipewright.platform.secrets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.secrets.KeptSecrets;

/** What modules keep has keys apart from those of the core. */
@ApplicationScoped
class ModuleSecrets implements KeptSecrets {

    private static final String MODULES = "module ";

    @Inject
    Sealing sealing;

    @Override
    public String sealed(String purpose, String secret) {
        return sealing.sealed(MODULES + purpose, secret);
    }

    @Override
    public String opened(String purpose, String sealed) {
        return sealing.opened(MODULES + purpose, sealed);
    }
}
