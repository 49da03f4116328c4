package org.pipewright.platform.consents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/** Addresses of contacts who are not to be mailed; the address decides, whatever record it was taken from (S-CON-04). */
@ApplicationScoped
public class Declined {

    @Inject
    Sql sql;

    /** Those of the addresses, in lower case. */
    public Set<String> among(Collection<String> addresses) {
        return Set.copyOf(sql.list(
                "select distinct p.form from core.contact_point p join core.contact c on c.tenant_id = p.tenant_id"
                        + " and c.id = p.record_id where p.form = any(?) and p.subject = 'core.contact'"
                        + " and c.do_not_mail and c.deleted_at is null",
                row -> row.getString(1),
                addresses.stream()
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet())));
    }

    /** Refuses if one of them is. */
    public void requireNone(Collection<String> addresses) {
        Set<String> declined = among(addresses);
        if (!declined.isEmpty()) {
            throw Refusal.of(CoreErrorCode.OPTED_OUT, String.join(", ", declined));
        }
    }
}
