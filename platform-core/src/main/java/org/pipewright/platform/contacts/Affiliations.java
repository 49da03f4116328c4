package org.pipewright.platform.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.Records;

/** Which contact belongs to which account. */
@ApplicationScoped
class Affiliations {

    @Inject
    Sql sql;

    @Inject
    Records records;

    @Inject
    CallerBinding callers;

    LocalDate today() {
        return LocalDate.now(callers.caller().tenant().timeZone());
    }

    /** The affiliation of the two, ended or not. */
    Optional<Affiliation> between(UUID contact, UUID account) {
        return sql.first(
                        "select id from core.affiliation where contact_id = ? and account_id = ? and deleted_at is null"
                                + " order by active desc, created_at desc limit 1",
                        row -> row.getObject(1, UUID.class),
                        contact,
                        account)
                .flatMap(id -> records.withId(Affiliation.class, id));
    }

    /** Whether another affiliation of the two is active. */
    boolean isDouble(Affiliation affiliation) {
        return sql.first(
                        "select 1 from core.affiliation where contact_id = ? and account_id = ? and active"
                                + " and deleted_at is null and id is distinct from ?",
                        row -> true,
                        affiliation.contact(),
                        affiliation.account(),
                        affiliation.id())
                .isPresent();
    }

    /** Another account the contact still belongs to. */
    Optional<UUID> other(UUID contact, UUID account) {
        return sql.first(
                "select account_id from core.affiliation where contact_id = ? and account_id <> ? and active"
                        + " and deleted_at is null order by created_at limit 1",
                row -> row.getObject(1, UUID.class),
                contact,
                account);
    }

    /** What the two are called together. */
    String title(UUID contact, UUID account) {
        return sql.first(
                        "select (select name from core.contact where id = ?) || ' · ' ||"
                                + " (select name from core.account where id = ?)",
                        row -> row.getString(1),
                        contact,
                        account)
                .orElse("");
    }

    /** Takes the contact from the account's place for the default one. */
    void dismissAsMain(UUID contact, UUID account) {
        sql.update(
                "update core.account set main_contact_id = null where id = ? and main_contact_id = ?",
                account,
                contact);
    }
}
