package org.pipewright.billing.providers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.platform.spi.secrets.KeptSecrets;

/** Takes the secret by which calls of a provider are signed. It is kept encrypted and never shown again. */
@ApplicationScoped
class SetSecret implements Verb<Provider, SetSecret.Secret> {

    /** The secret as the provider gives it out. */
    record Secret(@Field(required = true, max = 500) String secret) {}

    @Inject
    KeptSecrets secrets;

    @Override
    public String name() {
        return "set-secret";
    }

    @Override
    public void perform(Provider provider, Secret given) {
        provider.keepSecret(secrets.sealed(Provider.SECRET, given.secret()));
    }
}
