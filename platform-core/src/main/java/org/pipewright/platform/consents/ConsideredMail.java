package org.pipewright.platform.consents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.mail.Letter;
import org.pipewright.platform.mail.Mail;
import org.pipewright.platform.spi.mail.CustomerMail;

/** Asks the consents before it posts a mail; the address decides, whatever record it was taken from. */
@ApplicationScoped
class ConsideredMail implements CustomerMail {

    @Inject
    Declined declined;

    @Inject
    Mail mail;

    @Inject
    CallerBinding callers;

    @Override
    public void send(String to, String subject, String text, List<Attachment> files) {
        declined.requireNone(List.of(to));
        Caller.TenantFacts tenant = callers.caller().tenant();
        Letter letter = new Letter(to, tenant.language(), "written", Map.of("subject", subject, "text", text));
        mail.post(tenant.id(), letter.with(files));
    }
}
