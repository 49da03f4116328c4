package org.pipewright.platform.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;

/** Keeps the shown name of contacts. */
@ApplicationScoped
class ContactRules implements RecordRules<Contact> {

    @Override
    public void derive(Contact contact, Change change) {
        contact.composeName();
    }
}
