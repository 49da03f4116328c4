package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.activities.ActivityForm;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.records.Records;

/** Notes mails that members send as activities, so that they count like those noted by hand (S-MAIL-01, S-ACC-06). */
@ApplicationScoped
public class NotedMails {

    @Inject
    Records records;

    @Inject
    ActivityKinds kinds;

    @Inject
    ActivityLinks links;

    @Inject
    CallerBinding callers;

    @Inject
    Sql sql;

    /** Notes a mail that the caller sends now to somebody of these records. */
    public void sent(UUID message, String subject, String text, boolean confidential, Collection<LinkedRecord> about) {
        Activity activity = Activity.of(kinds.standard(ActivityForm.EMAIL), subject);
        activity.describe(text);
        activity.beSentMail(confidential);
        activity.assignTo(callers.memberId(), callers.caller().teamId());
        UUID id = records.create(activity).id();
        sql.update("update core.activity set message_id = ? where id = ?", message, id);
        about.forEach(record -> links.link(id, record));
    }
}
