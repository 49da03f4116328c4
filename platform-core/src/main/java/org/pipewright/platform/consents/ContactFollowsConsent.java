package org.pipewright.platform.consents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.contacts.Contact;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;

/** The last decision on mails and calls is what holds for the contact; that on tracking is asked where it matters. */
@ApplicationScoped
class ContactFollowsConsent implements RecordReaction<Consent> {

    @Inject
    Records records;

    @Override
    public void written(List<Written<Consent>> writes) {
        writes.stream()
                .filter(write -> write.change().created())
                .map(Written::record)
                .filter(consent -> consent.channel() != Consent.Channel.TRACKING)
                .forEach(consent -> records.withId(Contact.class, consent.contact())
                        .ifPresent(contact -> records.change(contact, c -> decide(c, consent))));
    }

    private static void decide(Contact contact, Consent consent) {
        if (consent.channel() == Consent.Channel.EMAIL) {
            contact.allowMail(consent.isGiven());
        } else {
            contact.allowCalls(consent.isGiven());
        }
        if (consent.lawfulBasis() != null) {
            contact.restOn(consent.lawfulBasis());
        }
    }
}
