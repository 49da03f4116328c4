package org.pipewright.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.pipewright.platform.database.DatabaseFailure;

/** Knows who has logged in but belongs to no organisation, and does not run the platform (S-AUTH-04). */
@ApplicationScoped
public class Strangers {

    @Inject
    Cookies cookies;

    @Inject
    Sessions sessions;

    @Inject
    Persons persons;

    @Inject
    Memberships memberships;

    @Inject
    IdentitySettings settings;

    /** Whether such a person's browser asks. */
    public boolean include(HttpServletRequest request) {
        try {
            return cookies.session(request)
                    .flatMap(sessions::of)
                    .filter(this::isOfStranger)
                    .isPresent();
        } catch (DatabaseFailure nobodyKnows) {
            return false;
        }
    }

    private boolean isOfStranger(Session session) {
        return persons.withId(session.person())
                .filter(person -> !settings.isOperator(person.email()))
                .filter(person -> memberships.of(person.id()).isEmpty())
                .isPresent();
    }
}
