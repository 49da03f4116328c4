package org.pipewright.platform.consents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.contacts.Contact;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;

/** Ticking a box of the contact is a decision too, and noted with where it was ticked. */
@ApplicationScoped
class ConsentFollowsContact implements RecordReaction<Contact> {

    @Inject
    Records records;

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    @Override
    public void written(List<Written<Contact>> writes) {
        writes.forEach(write -> {
            if (write.change().touches("doNotMail")) {
                note(write, Consent.Channel.EMAIL, write.record().isMailable());
            }
            if (write.change().touches("doNotCall")) {
                note(write, Consent.Channel.PHONE, write.record().isCallable());
            }
        });
    }

    /** A new contact that may be addressed has decided nothing; what a consent has just set is noted already. */
    private void note(Written<Contact> write, Consent.Channel channel, boolean given) {
        boolean silent = write.change().created() && given;
        if (!silent && !last(write.record().id(), channel).equals(Optional.of(given))) {
            records.create(Consent.of(
                    write.record(),
                    channel,
                    given,
                    write.change().origin().name(),
                    LocalDate.now(callers.caller().tenant().timeZone())));
        }
    }

    private Optional<Boolean> last(UUID contact, Consent.Channel channel) {
        return sql.first(
                "select given from core.consent where contact_id = ? and channel = ? and deleted_at is null"
                        + " order by created_at desc, id desc limit 1",
                row -> row.getBoolean(1),
                contact,
                channel.name());
    }
}
