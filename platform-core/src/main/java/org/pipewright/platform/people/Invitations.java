package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.identity.IdentitySettings;
import org.pipewright.platform.mail.Letter;
import org.pipewright.platform.mail.Mail;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.usage.Quota;

/** Asks people to join the tenant (S-AUTH-05): by a link that works once, for seven days, until it is withdrawn. */
@ApplicationScoped
class Invitations {

    @Inject
    Sql sql;

    @Inject
    InvitationRows rows;

    @Inject
    Records records;

    @Inject
    HeldRoles heldRoles;

    @Inject
    MemberTeams memberTeams;

    @Inject
    CallerBinding binding;

    @Inject
    Mail mail;

    @Inject
    Quota quota;

    @Inject
    History history;

    @Inject
    IdentitySettings settings;

    /** Invites somebody new, or somebody already known by name, and returns the invitation's id. */
    UUID invite(NewInvitation wanted) {
        String email = wanted.email().strip();
        Optional<TeamChoice> teams = wanted.choice();
        teams.ifPresent(this::requireTeams);
        Member member = memberOf(email)
                .orElseGet(() -> records.create(
                        Member.named(Optional.ofNullable(wanted.name()).orElse(email), email)));
        requireInvitable(member);
        if (member.status() != MemberStatus.INVITED) {
            quota.requireUser();
        }
        records.change(member, Member::invite);
        teams.ifPresent(choice -> memberTeams.replace(member, choice.main(), choice.teams()));
        heldRoles.replace(member.id(), member.name(), wanted.roles());
        UUID id = rows.add(member.id(), email, binding.memberId());
        send(id, member.name(), email);
        return id;
    }

    private Optional<Member> memberOf(String email) {
        return sql.first(
                        "select id from core.member where lower(email) = lower(?) and deleted_at is null",
                        row -> row.getObject(1, UUID.class),
                        email)
                .flatMap(id -> records.withId(Member.class, id));
    }

    /** The main one is asked for, where there are others, and told apart from them. */
    private void requireTeams(TeamChoice choice) {
        boolean mainKnown = choice.main() != null && memberTeams.areKnown(Set.of(choice.main()));
        Set<UUID> others = new HashSet<>(choice.teams());
        others.remove(choice.main());
        List<FieldError> errors = new ArrayList<>();
        InvalidFields.reject(errors, choice.main() == null, "team", "required");
        InvalidFields.reject(errors, choice.main() != null && !mainKnown, "team", "not-found");
        InvalidFields.reject(errors, !memberTeams.areKnown(others), "teams", "not-found");
        if (!errors.isEmpty()) {
            throw InvalidFields.refusal(errors);
        }
    }

    private static void requireInvitable(Member member) {
        if (member.status() == MemberStatus.ACTIVE || member.status() == MemberStatus.INACTIVE) {
            throw new Refusal(
                    CoreErrorCode.DUPLICATE,
                    Map.of("name", member.name()),
                    List.of(new FieldError("email", "taken", "core.violation.member-exists")));
        }
    }

    void resend(UUID id) {
        Invitation invitation = open(id);
        send(id, invitation.name(), invitation.email());
        history.record("core.member", invitation.memberId(), invitation.name(), "resend", JsonValue.EMPTY_JSON_ARRAY);
    }

    void revoke(UUID id) {
        Invitation invitation = open(id);
        rows.close(id, InvitationState.REVOKED);
        records.withId(Member.class, invitation.memberId())
                .filter(member -> member.status() == MemberStatus.INVITED)
                .ifPresent(member -> records.change(member, Member::uninvite));
    }

    private Invitation open(UUID id) {
        Invitation invitation = rows.locked(id).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        if (!invitation.state().isOpen()) {
            throw Refusal.of(CoreErrorCode.CONFLICT, invitation.state().name());
        }
        return invitation;
    }

    private void send(UUID id, String name, String email) {
        Caller caller = binding.caller();
        String link = settings.publicUrl() + "/invitations/"
                + rows.newLink(caller.tenant().id(), id);
        Map<String, String> arguments =
                Map.of("name", name, "organisation", caller.tenant().name(), "by", caller.name(), "link", link);
        mail.post(caller.tenant().id(), new Letter(email, caller.tenant().language(), "invitation", arguments));
    }
}
