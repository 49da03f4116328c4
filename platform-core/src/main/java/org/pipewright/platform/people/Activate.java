package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.identity.Memberships;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.platform.usage.Quota;

/** Lets a member in again who was kept out. */
@ApplicationScoped
class Activate implements Verb<Member, Nothing> {

    @Inject
    Memberships memberships;

    @Inject
    CallerBinding binding;

    @Inject
    Quota quota;

    @Override
    public String name() {
        return "activate";
    }

    @Override
    public boolean offered(Member member) {
        return member.status() == MemberStatus.INACTIVE;
    }

    @Override
    public void perform(Member member, Nothing nothing) {
        quota.requireUser();
        member.activate();
        memberships.activate(binding.tenantId(), member.id(), true);
    }
}
