package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.mailboxes.Mailbox.Visibility;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.settings.TenantSettings;

/** Whether mails are private while nobody says: as their mailbox, else as the tenant has it (S-ACT-14). */
@ApplicationScoped
class Confidentiality {

    @Inject
    TenantSettings settings;

    @Inject
    Records records;

    boolean of(Mailbox mailbox) {
        return mailbox.visibility().map(Visibility.PRIVATE::equals).orElseGet(this::ofTenant);
    }

    /** The same of the mailbox with that id, or of none. */
    boolean of(UUID mailbox) {
        return mailbox == null
                ? ofTenant()
                : records.withId(Mailbox.class, mailbox).map(this::of).orElseGet(this::ofTenant);
    }

    private boolean ofTenant() {
        return settings.text(CoreModule.MAIL_VISIBILITY).equals(Visibility.PRIVATE.name());
    }
}
