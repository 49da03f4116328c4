package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.history.History;
import org.pipewright.platform.identity.Memberships;
import org.pipewright.platform.identity.Person;
import org.pipewright.platform.people.EmailDomainRows.Holder;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.usage.Quota;

/** The part of joining by a domain that happens in the database, with the tenant bound. */
@ApplicationScoped
class DomainJoining {

    @Inject
    EmailDomainRows rows;

    @Inject
    InvitationRows invitations;

    @Inject
    Records records;

    @Inject
    HeldRoles heldRoles;

    @Inject
    MemberTeams memberTeams;

    @Inject
    Memberships memberships;

    @Inject
    Quota quota;

    @Inject
    History history;

    @Inject
    Sql sql;

    /** Whether whoever has the address may come: not whom the tenant has put out, nor a second time. */
    @Transactional
    boolean isWelcome(String address) {
        return member(address).filter(member -> !isExpected(member)).isEmpty();
    }

    private static boolean isExpected(Member member) {
        return member.status() == MemberStatus.NO_LOGIN || member.status() == MemberStatus.INVITED;
    }

    /** Lets the person in: as the one invited, as the colleague known by name, or as somebody new. */
    @Transactional
    void join(Holder holder, Person person, String address) {
        MailDomain domain = MailDomain.ofAddress(address).orElseThrow();
        boolean stillHeld = rows.lockedHolder(domain).filter(holder::equals).isPresent();
        if (!stillHeld || memberships.isKnown(person.id(), holder.tenant()) || !isWelcome(address)) {
            return;
        }
        Member member = member(address).orElseGet(() -> records.create(Member.named(person.name(), address)));
        if (member.status() == MemberStatus.INVITED) {
            invitations.accepted(member.id());
        } else {
            equip(member, rows.withId(holder.domain()).orElseThrow());
        }
        records.change(member, Member::activate);
        memberships.add(person.id(), holder.tenant(), member.id());
        history.record("core.member", member.id(), member.name(), "join-by-domain", told(domain));
    }

    private void equip(Member member, EmailDomain domain) {
        quota.requireUser();
        heldRoles.replace(member.id(), member.name(), Set.of(domain.role()));
        Optional.ofNullable(domain.team())
                .filter(team -> member.team().isEmpty())
                .ifPresent(team -> memberTeams.replace(member, team, Set.of(team)));
    }

    private Optional<Member> member(String address) {
        return sql.first(
                        "select id from core.member where lower(email) = lower(?) and deleted_at is null",
                        row -> row.getObject(1, UUID.class),
                        address)
                .flatMap(id -> records.withId(Member.class, id));
    }

    private static JsonArray told(MailDomain domain) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("field", "domain")
                        .addNull("old")
                        .add("new", domain.name()))
                .build();
    }
}
