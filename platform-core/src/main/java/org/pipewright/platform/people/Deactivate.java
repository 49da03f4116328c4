package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.identity.Memberships;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;

/** Keeps a member out from now on. Authorship stays; what the member owns may go to a new owner. */
@ApplicationScoped
class Deactivate implements Verb<Member, Deactivate.Input> {

    @Inject
    Administrators administrators;

    @Inject
    OwnedRecords ownedRecords;

    @Inject
    Memberships memberships;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    /** Who gets the records; without a new owner they stay where they are. */
    public record Input(@Field(references = "core.member") UUID newOwner) {}

    @Override
    public String name() {
        return "deactivate";
    }

    @Override
    public Class<Member> type() {
        return Member.class;
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public boolean offered(Member member) {
        return member.status() == MemberStatus.ACTIVE;
    }

    @Override
    public void perform(Member member, Input input) {
        administrators.requireAnotherThan(member.id());
        member.deactivate();
        memberships.activate(binding.tenantId(), member.id(), false);
        Optional.ofNullable(input.newOwner()).ifPresent(owner -> ownedRecords.handOver(member.id(), owner));
        callers.forget(binding.tenantId());
    }
}
