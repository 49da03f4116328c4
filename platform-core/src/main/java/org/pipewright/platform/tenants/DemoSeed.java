package org.pipewright.platform.tenants;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.keycloak.IdentityProvider;
import org.pipewright.platform.startup.ApplicationStarted;
import org.pipewright.platform.tenants.DemoTenant.DemoMember;

/** Puts the demo's tenants in place after the start, as soon as the identity provider answers. Does nothing twice. */
@ApplicationScoped
class DemoSeed {

    private static final Logger LOG = Logger.getLogger(DemoSeed.class.getName());
    private static final int RETRY_SECONDS = 2;
    private static final int TRIES = 150;
    private static final int TRIES_PER_WARNING = 5;

    @Inject
    @ConfigProperty(name = "pipewright.platform.demo", defaultValue = "false")
    boolean demo;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Inject
    IdentityProvider provider;

    @Inject
    DemoFoundation foundation;

    void start(@Observes ApplicationStarted event) {
        if (demo) {
            attempt(1);
        }
    }

    private void attempt(int number) {
        executor.schedule(() -> seed(number), RETRY_SECONDS, TimeUnit.SECONDS);
    }

    private void seed(int number) {
        try {
            DemoTenant.ALL.forEach(this::seed);
            LOG.info("The demo's organisations are in place");
        } catch (RuntimeException e) {
            LOG.log(number == TRIES ? Level.SEVERE : Level.WARNING, "The demo's organisations could not be made", e);
            if (number < TRIES) {
                attempt(number + 1);
            }
        }
    }

    private void seed(DemoTenant tenant) {
        Map<String, String> subjects =
                tenant.members().stream().collect(Collectors.toMap(DemoMember::email, this::account));
        provider.ensureOrganisation(tenant.facts().id(), tenant.facts().name());
        subjects.values().forEach(subject -> provider.addMember(tenant.facts().id(), subject));
        BoundTenant.during(tenant.facts().id(), () -> {
            foundation.lay(tenant, subjects);
            return null;
        });
    }

    private String account(DemoMember member) {
        return provider.createAccount(member.email(), member.name(), DemoTenant.PASSWORD);
    }
}
