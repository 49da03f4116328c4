package org.pipewright.platform.consents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.pipewright.platform.contacts.Contact;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.mail.CustomerMail;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;

/** Writes a mail to a contact at its primary address, if it is to be mailed (S-CON-04). */
@ApplicationScoped
class WriteToContact implements Verb<Contact, WriteToContact.Mail> {

    /** What is written. */
    record Mail(
            @Field(required = true) String subject,

            @Field(required = true, format = Field.Format.MULTILINE, max = 10_000)
            String text) {}

    @Inject
    CustomerMail mail;

    @Override
    public String name() {
        return "write";
    }

    @Override
    public boolean offered(Contact contact) {
        return contact.emails().isPresent();
    }

    @Override
    public void perform(Contact contact, Mail written) {
        String address = contact.emails()
                .orElseThrow(WriteToContact::noAddress)
                .primary()
                .value();
        mail.send(address, written.subject(), written.text());
    }

    private static Refusal noAddress() {
        return new Refusal(
                CoreErrorCode.INVALID,
                Map.of(),
                List.of(new FieldError("emails", "required", "core.violation.required")));
    }
}
