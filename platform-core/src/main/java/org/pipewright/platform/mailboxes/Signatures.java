package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;

/** What members put under their mails. */
@ApplicationScoped
class Signatures {

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    /** The caller's; empty if there is none. */
    String mine() {
        return sql.first(
                        "select text from core.signature where member_id = ?",
                        row -> row.getString(1),
                        callers.memberId())
                .orElse("");
    }

    void keep(String text) {
        sql.update(
                "insert into core.signature (member_id, text) values (?, ?)"
                        + " on conflict (tenant_id, member_id) do update set text = excluded.text",
                callers.memberId(),
                text.strip());
    }
}
