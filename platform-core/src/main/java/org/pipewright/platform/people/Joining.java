package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.identity.Memberships;
import org.pipewright.platform.identity.Person;
import org.pipewright.platform.identity.Persons;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;

/** The part of accepting an invitation that happens in the database, with the tenant bound. */
@ApplicationScoped
class Joining {

    @Inject
    InvitationRows rows;

    @Inject
    Records records;

    @Inject
    Persons persons;

    @Inject
    Memberships memberships;

    @Inject
    CallerBinding binding;

    /** The invitation if its link still works. */
    @Transactional
    Invitation usable(InvitationRows.Link link) {
        return requireUsable(link, rows.withId(link.invitation()).orElseThrow(Joining::unknown));
    }

    private static Invitation requireUsable(InvitationRows.Link link, Invitation invitation) {
        if (link.replaced()) {
            throw Refusal.of(CoreErrorCode.LINK_USED);
        }
        invitation.state().refusal().ifPresent(code -> {
            throw Refusal.of(code);
        });
        return invitation;
    }

    /** Makes the invited member active and the account's person that member. */
    @Transactional
    void join(InvitationRows.Link link, String subject, String name) {
        Invitation invitation =
                requireUsable(link, rows.locked(link.invitation()).orElseThrow(Joining::unknown));
        rows.close(invitation.id(), InvitationState.ACCEPTED);
        Member member = records.withId(Member.class, invitation.memberId()).orElseThrow(Joining::unknown);
        records.change(member, joined -> {
            joined.activate();
            if (name != null && !name.isBlank()) {
                joined.rename(name.strip());
            }
        });
        Person person = persons.named(subject, invitation.email(), member.name());
        memberships.add(person.id(), binding.tenantId(), member.id());
    }

    private static Refusal unknown() {
        return Refusal.of(CoreErrorCode.NOT_FOUND);
    }
}
