package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.identity.Membership;
import org.pipewright.platform.identity.Memberships;
import org.pipewright.platform.identity.PersonEntered;
import org.pipewright.platform.spi.records.Origin;

/** Whoever logs in may work in every organisation they belong to, so each of them is told (S-AUD-01). */
@ApplicationScoped
class LogInsInHistory {

    @Inject
    Memberships memberships;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    LogInNoted noted;

    void entered(@Observes PersonEntered entrance) {
        memberships.of(entrance.person().id()).forEach(this::note);
    }

    private void note(Membership membership) {
        callers.member(membership.tenantId(), membership.memberId())
                .ifPresent(caller -> binding.during(caller, Origin.WEB, () -> {
                    noted.note();
                    return null;
                }));
    }
}
