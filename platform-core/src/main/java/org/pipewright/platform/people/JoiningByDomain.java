package org.pipewright.platform.people;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.logging.Logger;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.identity.Memberships;
import org.pipewright.platform.identity.PersonEntered;
import org.pipewright.platform.keycloak.IdentityProvider;
import org.pipewright.platform.people.EmailDomainRows.Holder;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Origin;

/**
 * Whoever logs in with a verified address of a domain that a tenant has proven becomes its member, once (S-AUTH-04).
 * The proof is looked up again then: a domain may have gone to somebody else. Nothing that goes wrong here keeps the
 * person from logging in.
 */
@ApplicationScoped
class JoiningByDomain {

    private static final Logger LOG = Logger.getLogger(JoiningByDomain.class.getName());

    /** Before the log-in is noted with all tenants of the person. */
    private static final int FIRST = Interceptor.Priority.APPLICATION;

    @Inject
    EmailDomainRows rows;

    @Inject
    EmailDomains domains;

    @Inject
    DomainRecords records;

    @Inject
    DomainJoining joining;

    @Inject
    IdentityProvider provider;

    @Inject
    Memberships memberships;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    void entered(@Observes @Priority(FIRST) PersonEntered entrance) {
        entrance.verifiedAddress()
                .flatMap(MailDomain::ofAddress)
                .flatMap(rows::holder)
                .filter(holder -> !memberships.isKnown(entrance.person().id(), holder.tenant()))
                .ifPresent(holder -> tryToJoin(holder, entrance));
    }

    private void tryToJoin(Holder holder, PersonEntered entrance) {
        Caller tenant = callers.system(holder.tenant());
        if (tenant.tenant().status().equals("ACTIVE")) {
            try {
                binding.during(tenant, Origin.INTAKE, () -> join(tenant, holder, entrance));
            } catch (Refusal refusal) {
                LOG.info(() -> "Nobody joined by domain: " + refusal.code().slug());
            }
        }
    }

    private Void join(Caller tenant, Holder holder, PersonEntered entrance) {
        if (!records.tell(domains.read(holder.domain()))) {
            domains.lapsed(holder.domain());
        } else if (joining.isWelcome(entrance.verifiedAddress().orElseThrow())) {
            provider.ensureOrganisation(holder.tenant(), tenant.tenant().name());
            provider.addMember(holder.tenant(), entrance.person().subject());
            joining.join(holder, entrance.person(), entrance.verifiedAddress().orElseThrow());
        }
        return null;
    }
}
