package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** Keeps managers a tree, addresses of people who log in, and at least one administrator. */
@ApplicationScoped
class MemberRules implements RecordRules<Member> {

    @Inject
    Trees trees;

    @Inject
    Administrators administrators;

    @Inject
    MemberTeams memberTeams;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Override
    public void check(Member member, Change change, Violations violations) {
        member.manager()
                .filter(manager -> !change.created() && change.touches("manager"))
                .filter(manager -> trees.isManagerAbove(member.id(), manager))
                .ifPresent(manager -> violations.reject("manager", "cycle", "core.violation.cycle"));
        if (member.status() != MemberStatus.NO_LOGIN && change.touches("email") && !change.created()) {
            violations.reject("email", "fixed", "core.violation.email-fixed");
        }
    }

    @Override
    public void derive(Member member, Change change) {
        member.team()
                .filter(team -> !change.created() && change.touches("team"))
                .ifPresent(team -> memberTeams.isMain(member.id(), team));
        callers.forget(binding.tenantId());
    }

    @Override
    public void requireDeletable(Member member) {
        administrators.requireAnotherThan(member.id());
        callers.forget(binding.tenantId());
    }
}
