package org.pipewright.platform.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.activities.StoryPart;

/** What is done with its people belongs to the story of an account. */
@ApplicationScoped
class ContactsInStory implements StoryPart {

    private static final int MOST = 500;

    @Inject
    Sql sql;

    @Override
    public String recordType() {
        return "core.account";
    }

    @Override
    public List<LinkedRecord> partsOf(UUID account) {
        return sql.list(
                "select id from core.contact where account_id = ? and deleted_at is null order by created_at desc limit "
                        + MOST,
                row -> new LinkedRecord("core.contact", row.getObject(1, UUID.class)),
                account);
    }
}
