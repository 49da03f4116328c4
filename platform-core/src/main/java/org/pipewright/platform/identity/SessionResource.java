package org.pipewright.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.texts.Languages;

/** Who is logged in, and where that person belongs. */
@Path("session")
@Admits(Who.VISITOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    @Inject
    CurrentVisitor current;

    @Inject
    Persons persons;

    @Inject
    Event<ZoneChosen> zones;

    @Inject
    Memberships memberships;

    @Inject
    IdentitySettings settings;

    /** The person and the tenants. */
    public record SessionView(PersonView person, List<TenantView> tenants) {}

    /** The person. */
    public record PersonView(
            UUID id,
            String name,
            String email,
            String language,
            String timeZone,
            String formats,
            boolean reminderMails,
            boolean operator) {}

    /** A tenant the person belongs to. */
    public record TenantView(UUID id, String slug, String name, String status) {}

    @GET
    @Transactional
    @Admits(Who.ANYBODY)
    public SessionView session() {
        Person person = current.visitor().person();
        return view(person, memberships.of(person.id()));
    }

    private SessionView view(Person person, List<Membership> tenants) {
        return new SessionView(
                view(person), tenants.stream().map(SessionResource::view).toList());
    }

    /** Changes how the person wants the product. */
    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Transactional
    public SessionView change(PersonChange change) {
        requireChoices(change);
        UUID id = current.visitor().person().id();
        List<Membership> tenants = memberships.of(id);
        if (!Objects.equals(current.visitor().person().timeZone(), change.timeZone())) {
            tenants.forEach(tenant -> zones.fire(new ZoneChosen(tenant.tenantId(), tenant.memberId())));
        }
        return view(persons.changed(id, change), tenants);
    }

    private static void requireChoices(PersonChange change) {
        List<FieldError> errors = new ArrayList<>();
        requireOneOf(Languages::isSpoken, change.language(), "language", errors);
        requireOneOf(ZoneId.getAvailableZoneIds()::contains, change.timeZone(), "timeZone", errors);
        requireOneOf(COUNTRIES::contains, change.formats(), "formats", errors);
        InvalidFields.requireNone(errors);
    }

    private static void requireOneOf(Predicate<String> known, String chosen, String field, List<FieldError> errors) {
        InvalidFields.reject(errors, chosen != null && !known.test(chosen), field, "not-a-choice");
    }

    private PersonView view(Person person) {
        return new PersonView(
                person.id(),
                person.name(),
                person.email(),
                person.language(),
                person.timeZone(),
                person.formats(),
                person.reminderMails(),
                settings.isOperator(person.email()));
    }

    private static TenantView view(Membership membership) {
        return new TenantView(membership.tenantId(), membership.slug(), membership.name(), membership.status());
    }
}
