package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.AccessChanged;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.identity.Memberships;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;

/** Keeps a member out from now on. Authorship stays; open records may go to a new owner (S-AUTH-06). */
@ApplicationScoped
class Deactivate implements Verb<Member, Deactivate.Input> {

    @Inject
    Administrators administrators;

    @Inject
    HandOver handOver;

    @Inject
    Memberships memberships;

    @Inject
    Records records;

    @Inject
    Event<AccessChanged> changes;

    @Inject
    CallerBinding binding;

    /** Who gets the records; without a new owner they stay where they are. */
    public record Input(@Field(references = "core.member") UUID newOwner) {}

    @Override
    public String name() {
        return "deactivate";
    }

    @Override
    public boolean offered(Member member) {
        return member.status() == MemberStatus.ACTIVE;
    }

    @Override
    public void perform(Member member, Input input) {
        administrators.requireAnotherThan(member.id());
        requireSuccessor(member, input.newOwner());
        member.deactivate();
        memberships.activate(binding.tenantId(), member.id(), false);
        Optional.ofNullable(input.newOwner()).ifPresent(owner -> handOver.start(member.id(), owner));
        changes.fire(new AccessChanged(binding.tenantId()));
    }

    /** Records handed to somebody who is kept out, too, would be nobody's. */
    private void requireSuccessor(Member member, UUID newOwner) {
        boolean kept = newOwner == null
                || (!newOwner.equals(member.id())
                        && records.withId(Member.class, newOwner)
                                .filter(owner -> owner.status() != MemberStatus.INACTIVE)
                                .isPresent());
        if (!kept) {
            throw InvalidFields.refusal("newOwner", "not-a-choice");
        }
    }
}
