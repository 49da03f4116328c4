package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.roles.Roles;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * The domains of the tenant's e-mail addresses (S-AUTH-04). One is named, then proven by a text that only who looks
 * after the domain can publish. The first tenant to prove it holds it; no other one learns that somebody does.
 */
@ApplicationScoped
class EmailDomains {

    private static final String SUBJECT = "email-domain:";

    @Inject
    EmailDomainRows rows;

    @Inject
    PublicMailDomains publicDomains;

    @Inject
    HeldRoles heldRoles;

    @Inject
    Roles roles;

    @Inject
    MemberTeams memberTeams;

    @Inject
    History history;

    @Inject
    CallerBinding binding;

    UUID add(NewEmailDomain wanted) {
        Optional<MailDomain> domain = MailDomain.named(wanted.domain());
        List<FieldError> errors = new ArrayList<>();
        InvalidFields.reject(errors, domain.isEmpty(), "domain", "domain");
        InvalidFields.reject(errors, domain.filter(publicDomains::include).isPresent(), "domain", "public-domain");
        checkTeam(wanted.terms(), errors);
        requireRole(wanted.terms(), errors);
        UUID id = rows.add(domain.orElseThrow(), wanted.terms()).orElseThrow(EmailDomains::named);
        note(withId(id), "create", JsonValue.NULL, told(withId(id)));
        return id;
    }

    private static Refusal named() {
        return new Refusal(CoreErrorCode.DUPLICATE, Map.of(), List.of(InvalidFields.error("domain", "taken")));
    }

    void change(UUID id, DomainTerms terms) {
        EmailDomain before = withId(id);
        List<FieldError> errors = new ArrayList<>();
        checkTeam(terms, errors);
        requireRole(terms, errors);
        rows.change(id, terms);
        note(before, "edit", told(before), told(withId(id)));
    }

    private void checkTeam(DomainTerms terms, List<FieldError> errors) {
        boolean known = terms.team() == null || memberTeams.areKnown(Set.of(terms.team()));
        InvalidFields.reject(errors, !known, "team", "not-found");
    }

    /** Nobody hands out by a domain what they could not hand out themselves. */
    private void requireRole(DomainTerms terms, List<FieldError> errors) {
        boolean known = heldRoles.areKnown(Set.of(terms.role()));
        InvalidFields.reject(errors, !known, "role", "not-found");
        InvalidFields.requireNone(errors);
        roles.requireHeld(Set.of(terms.role()));
    }

    void remove(UUID id) {
        EmailDomain domain = withId(id);
        rows.remove(domain, binding.tenantId());
        note(domain, "delete", told(domain), JsonValue.NULL);
    }

    /** The domain, in a transaction of its own: name servers are asked outside of one. */
    @Transactional
    EmailDomain read(UUID id) {
        return withId(id);
    }

    /** The record was there: the tenant holds the domain, unless another one does. */
    @Transactional
    void proven(UUID id) {
        EmailDomain domain = withId(id);
        if (!rows.hold(domain, binding.tenantId())) {
            throw Refusal.of(CoreErrorCode.NOT_PROVEN, domain.domain().name());
        }
        note(domain, "prove", JsonValue.FALSE, JsonValue.TRUE);
    }

    /** The record is gone: the tenant holds the domain no longer. */
    @Transactional
    void lapsed(UUID id) {
        EmailDomain domain = withId(id);
        rows.release(domain, binding.tenantId());
        note(domain, "lapse", JsonValue.TRUE, JsonValue.FALSE);
    }

    EmailDomain withId(UUID id) {
        return rows.withId(id).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    private void note(EmailDomain domain, String action, JsonValue before, JsonValue after) {
        history.record(SUBJECT + domain.domain().name(), action, before, after);
    }

    private static JsonValue told(EmailDomain domain) {
        return Json.createValue(
                domain.teamName() == null ? domain.roleName() : domain.roleName() + ", " + domain.teamName());
    }
}
