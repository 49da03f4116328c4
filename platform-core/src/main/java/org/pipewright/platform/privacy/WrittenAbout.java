package org.pipewright.platform.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/**
 * What people wrote to and about a person beside the fields of records: markup of mails, what activities tell, comments,
 * rows of files, and addresses told of anywhere in the trail. Found by the records that are known of the person and by
 * the person's addresses.
 */
@ApplicationScoped
class WrittenAbout {

    private static final String TELLS = "exists (select 1 from unnest(?::text[]) a where position(a in lower(%s)) > 0)";

    @Inject
    Sql sql;

    /**
     * Activities that stand for one of the mails, are a mail or speak of an address and are linked to the person, or are
     * about nobody else. What else people did for a deal, say, stays with the deal.
     */
    List<UUID> activities(Set<UUID> records, Set<String> addresses) {
        return sql.list(
                "select t.id from core.activity t where t.message_id = any(?::uuid[])"
                        + " or (exists (select 1 from core.activity_link l where l.activity_id = t.id"
                        + " and l.record_id = any(?::uuid[])) and (t.form = 'EMAIL' or "
                        + TELLS.formatted("concat_ws(' ', t.subject, t.description, t.result, t.next_step, t.location)")
                        + " or not exists (select 1 from core.activity_link l where l.activity_id = t.id"
                        + " and l.record_id <> all(?::uuid[]))))",
                row -> row.getObject(1, UUID.class),
                records,
                records,
                addresses,
                records);
    }

    /** Empties what is left once the fields of the records are empty. */
    void erase(Set<UUID> records, Set<String> addresses, String instead) {
        sql.update(
                "update core.message set html = null, attachments = null, about_title = case when about_id = any(?::uuid[])"
                        + " then null else about_title end where id = any(?::uuid[]) or about_id = any(?::uuid[])",
                records,
                records,
                records);
        List.of("tracked_mail", "tracked_link")
                .forEach(table ->
                        sql.update("delete from core." + table + " where message_id = any(?::uuid[])", records));
        Set<UUID> comments = new LinkedHashSet<>(sql.list(
                "select id from core.comment where record_id = any(?::uuid[]) or " + TELLS.formatted("text"),
                row -> row.getObject(1, UUID.class),
                records,
                addresses));
        sql.update("update core.comment set text = ? where id = any(?::uuid[])", instead, comments);
        sql.update(
                "delete from core.comment_former where comment_id = any(?::uuid[]) or " + TELLS.formatted("text"),
                comments,
                addresses);
        sql.update(
                "update core.import_row set cells = array_fill(''::text, array[cardinality(cells)]), title = null,"
                        + " changes = null, before = null, errors = null where "
                        + TELLS.formatted("array_to_string(cells, ' ')"),
                addresses);
        sql.update("delete from core.undeliverable_address where lower(address) = any(?::text[])", addresses);
        sql.list("select platform.erase_from_history(?::text[])", row -> 1, addresses);
    }
}
