package org.pipewright.platform.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;

/** A contact without a main account gets the first it belongs to, and another one when it leaves its main account. */
@ApplicationScoped
class ContactFollowsAffiliation implements RecordReaction<Affiliation> {

    @Inject
    Records records;

    @Inject
    Affiliations affiliations;

    @Override
    public void written(List<Written<Affiliation>> writes) {
        writes.stream().map(Written::record).forEach(affiliation -> {
            if (affiliation.isActive()) {
                joined(affiliation);
            } else {
                left(affiliation);
            }
        });
    }

    private void joined(Affiliation affiliation) {
        records.withId(Contact.class, affiliation.contact())
                .filter(contact -> contact.account() == null)
                .ifPresent(contact -> records.change(contact, c -> c.workFor(affiliation.account())));
    }

    private void left(Affiliation affiliation) {
        affiliations.dismissAsMain(affiliation.contact(), affiliation.account());
        records.withId(Contact.class, affiliation.contact())
                .filter(contact -> affiliation.account().equals(contact.account()))
                .ifPresent(contact -> records.change(
                        contact,
                        c -> c.workFor(affiliations
                                .other(contact.id(), affiliation.account())
                                .orElse(null))));
    }

    @Override
    public void binned(Affiliation affiliation) {
        left(affiliation);
    }

    @Override
    public void restored(Affiliation affiliation) {
        if (affiliation.isActive()) {
            joined(affiliation);
        }
    }
}
