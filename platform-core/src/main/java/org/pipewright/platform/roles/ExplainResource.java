package org.pipewright.platform.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.Refusal;

/** Tells why somebody may or may not do something: about oneself, or about others for who looks after roles. */
@Path("tenants/{tenant}/access/explain")
@Admits(Who.MEMBER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ExplainResource {

    @Inject
    RightsCatalogue catalogue;

    @Inject
    RoleRows rows;

    @Inject
    RecordTypes types;

    @Inject
    Callers callers;

    @Inject
    CallerBinding caller;

    /** What decides about the action on the subject. */
    @GET
    public Explanation explain(
            @QueryParam("subject") String subject,
            @QueryParam("action") String action,
            @QueryParam("member") String member) {
        requireKnown(subject, action);
        Caller person = member == null ? caller.caller() : other(member);
        Level level = person.level(subject, action);
        String feature = types.named(subject).map(DeclaredType::feature).orElse("");
        return new Explanation(
                subject, action, LevelName.of(level), feature, person.has(feature), shares(person, subject, action));
    }

    private List<Explanation.RoleShare> shares(Caller person, String subject, String action) {
        Level widest = person.level(subject, action);
        return person.roles().stream()
                .map(held -> rows.withId(held.id()))
                .map(role -> share(role, subject, action, widest))
                .toList();
    }

    private static Explanation.RoleShare share(Role role, String subject, String action, Level widest) {
        Level level = role.grants().stream()
                .filter(granted ->
                        granted.subject().equals(subject) && granted.action().equals(action))
                .map(granted -> granted.level())
                .findFirst()
                .orElse(Level.NONE);
        return new Explanation.RoleShare(
                role.id(), role.name(), LevelName.of(level), level != Level.NONE && level == widest);
    }

    private Caller other(String member) {
        caller.requireCapability(CoreModule.ROLES);
        try {
            return callers.member(caller.tenantId(), UUID.fromString(member))
                    .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw invalid(List.of("member"));
        }
    }

    private void requireKnown(String subject, String action) {
        List<String> unknown = new ArrayList<>();
        Optional<RightsCatalogue.Subject> known = catalogue.subject(String.valueOf(subject));
        if (known.isEmpty()) {
            unknown.add("subject");
        }
        if (known.isEmpty()
                || known.get().actions().stream()
                        .noneMatch(offered -> offered.action().equals(action))) {
            unknown.add("action");
        }
        if (!unknown.isEmpty()) {
            throw invalid(unknown);
        }
    }

    private static Refusal invalid(List<String> fields) {
        return new Refusal(
                CoreErrorCode.INVALID,
                Map.of(),
                fields.stream()
                        .map(field -> InvalidFields.error(field, "unknown"))
                        .toList());
    }
}
