package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.mail.AddressRefused;

/** Addresses from which mails came back (S-MAIL-01). Whoever writes from one has it working again. */
@ApplicationScoped
class UndeliverableAddresses {

    private static final int MOST = 1000;
    private static final String COLUMNS = "select address, reason, since from core.undeliverable_address ";

    @Inject
    Sql sql;

    void mark(String address, String reason) {
        sql.update(
                "insert into core.undeliverable_address (address, reason) values (?, ?)"
                        + " on conflict (tenant_id, address) do update set reason = excluded.reason, since = now()",
                form(address),
                MailReading.shortened(reason, 500));
    }

    /** Letters that the platform sends for the tenant, such as quotes and invitations, tell of wrong addresses too. */
    void refused(@Observes AddressRefused refused) {
        mark(refused.address(), refused.reason());
    }

    /** Takes the mark away; tells whether there was one. */
    boolean clear(String address) {
        return sql.update("delete from core.undeliverable_address where address = ?", form(address)) == 1;
    }

    /** All of them, the latest first. */
    List<UndeliverableAddress> all() {
        return sql.list(COLUMNS + "order by since desc, address limit " + MOST, UndeliverableAddresses::read);
    }

    /** Those of the addresses that are marked. */
    Map<String, UndeliverableAddress> among(Collection<String> addresses) {
        return sql
                .list(
                        COLUMNS + "where address = any(?)",
                        UndeliverableAddresses::read,
                        addresses.stream()
                                .map(UndeliverableAddresses::form)
                                .filter(address -> address.indexOf('\0') < 0)
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(UndeliverableAddress::address, Function.identity()));
    }

    private static UndeliverableAddress read(ResultSet row) throws SQLException {
        return new UndeliverableAddress(
                row.getString(1),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }

    private static String form(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
