package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.identity.IdentitySettings;
import org.pipewright.platform.keycloak.IdentityProvider;

/** The people who go with a tenant: those who belong to no other and do not run the platform. */
@ApplicationScoped
class PurgedPeople {

    @Inject
    Sql sql;

    @Inject
    IdentityProvider provider;

    @Inject
    IdentitySettings settings;

    /** Somebody known to the platform. */
    record Known(UUID id, String subject, String email) {}

    List<Known> of(UUID tenant) {
        return sql
                .list(
                        "select p.id, p.subject, p.email from platform.membership m"
                                + " join platform.person p on p.id = m.person_id where m.tenant_id = ?"
                                + " and not exists (select 1 from platform.membership o"
                                + " where o.person_id = p.id and o.tenant_id <> m.tenant_id)",
                        row -> new Known(row.getObject(1, UUID.class), row.getString(2), row.getString(3)),
                        tenant)
                .stream()
                .filter(person -> !settings.isOperator(person.email()))
                .toList();
    }

    /** Removes the organisation and the accounts at the provider; may be repeated. */
    void remove(UUID tenant, List<Known> people) {
        provider.removeOrganisation(tenant);
        people.stream().map(Known::subject).filter(subject -> subject != null).forEach(provider::removeAccount);
    }
}
