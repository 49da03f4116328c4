package org.pipewright.platform.consents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.mail.Letter;
import org.pipewright.platform.mail.Mail;
import org.pipewright.platform.mail.PostedLetters;
import org.pipewright.platform.spi.mail.CustomerMail;

/** Asks the consents before it posts a mail; the address decides, whatever record it was taken from. */
@ApplicationScoped
class ConsideredMail implements CustomerMail {

    @Inject
    Declined declined;

    @Inject
    Mail mail;

    @Inject
    PostedLetters letters;

    @Inject
    CallerBinding callers;

    @Override
    public void send(String to, String subject, String text, List<Attachment> files) {
        declined.requireNone(List.of(to));
        mail.post(tenant().id(), letter(to, subject, text).with(files));
    }

    @Override
    public UUID sendRemembered(String to, String subject, String text, List<Attachment> files) {
        declined.requireNone(List.of(to));
        UUID posted = letters.open(to);
        mail.post(tenant().id(), letter(to, subject, text).with(files), posted);
        return posted;
    }

    private Letter letter(String to, String subject, String text) {
        return new Letter(to, tenant().language(), "written", Map.of("subject", subject, "text", text));
    }

    private Caller.TenantFacts tenant() {
        return callers.caller().tenant();
    }
}
