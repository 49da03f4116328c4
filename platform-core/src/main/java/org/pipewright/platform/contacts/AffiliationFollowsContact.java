package org.pipewright.platform.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;

/** Choosing another main account begins an affiliation with it and ends the one before, which stays as history. */
@ApplicationScoped
class AffiliationFollowsContact implements RecordReaction<Contact> {

    @Inject
    Records records;

    @Inject
    Affiliations affiliations;

    @Override
    public void written(List<Written<Contact>> writes) {
        writes.stream()
                .filter(write -> write.change().touches("account"))
                .forEach(write -> move(
                        write.record(), (UUID) write.change().before("account").orElse(null)));
    }

    private void move(Contact contact, UUID before) {
        if (contact.account() != null) {
            join(contact);
        }
        if (before != null) {
            affiliations
                    .between(contact.id(), before)
                    .filter(Affiliation::isActive)
                    .ifPresent(old -> records.change(old, Affiliation::end));
        }
    }

    private void join(Contact contact) {
        affiliations
                .between(contact.id(), contact.account())
                .ifPresentOrElse(
                        known -> {
                            if (!known.isActive()) {
                                records.change(known, Affiliation::resume);
                            }
                        },
                        () -> records.create(Affiliation.of(contact, contact.account(), affiliations.today())));
    }
}
