package org.pipewright.platform.consents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pipewright.platform.database.Sql;

/**
 * Addresses of contacts who agreed that opening mails and following their links is noted. The last decision holds, and of
 * an address that several contacts share each of them must have agreed (S-MAIL-05).
 */
@ApplicationScoped
public class TrackingConsents {

    @Inject
    Sql sql;

    /** Whether there is an agreement for each of the addresses. */
    public boolean givenByAll(Collection<String> addresses) {
        Set<String> wanted = addresses.stream()
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return !wanted.isEmpty() && agreed(wanted).equals(wanted);
    }

    private Set<String> agreed(Set<String> addresses) {
        return Set.copyOf(sql.list(
                "select p.form from core.contact_point p join core.contact c on c.tenant_id = p.tenant_id"
                        + " and c.id = p.record_id where p.form = any(?) and p.subject = 'core.contact'"
                        + " and c.deleted_at is null group by p.form having bool_and(coalesce((select s.given"
                        + " from core.consent s where s.tenant_id = c.tenant_id and s.contact_id = c.id"
                        + " and s.channel = 'TRACKING' and s.deleted_at is null"
                        + " order by s.created_at desc, s.id desc limit 1), false))",
                row -> row.getString(1),
                addresses));
    }
}
