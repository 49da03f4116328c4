package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.keycloak.IdentityProvider;

/**
 * Makes a tenant of a confirmed sign-up, over the identity provider and the database (S-TEN-04). The database comes
 * last and in one transaction; when it fails, what was made at the provider is undone. Each step may be repeated, so
 * that a retry, also after a crash between the two, ends with exactly one of everything.
 */
@ApplicationScoped
class Provisioning {

    private static final Logger LOG = Logger.getLogger(Provisioning.class.getName());

    @Inject
    IdentityProvider provider;

    @Inject
    SignupCompletion completion;

    /** Provisions the tenant. A password is needed if the address has no account yet. */
    void provision(Signup signup, String password) {
        Deque<Runnable> undo = new ArrayDeque<>();
        try {
            String subject = account(signup, password, undo);
            organisation(signup, subject, undo);
            BoundTenant.during(signup.tenant().id(), () -> {
                completion.complete(signup, subject);
                return null;
            });
        } catch (RuntimeException e) {
            undo.forEach(Provisioning::attempt);
            throw e;
        }
    }

    private String account(Signup signup, String password, Deque<Runnable> undo) {
        return provider.accountOf(signup.adminEmail()).orElseGet(() -> {
            requirePassword(password);
            String subject = provider.createAccount(signup.adminEmail(), signup.adminName(), password);
            undo.push(() -> provider.removeAccount(subject));
            return subject;
        });
    }

    private static void requirePassword(String password) {
        if (password == null || password.isBlank()) {
            throw InvalidFields.refusal("password", "required");
        }
    }

    private void organisation(Signup signup, String subject, Deque<Runnable> undo) {
        NewTenant tenant = signup.tenant();
        if (provider.ensureOrganisation(tenant.id(), tenant.name())) {
            undo.push(() -> provider.removeOrganisation(tenant.id()));
        }
        provider.addMember(tenant.id(), subject);
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A step of provisioning could not be undone; the next attempt finds it done", e);
        }
    }
}
