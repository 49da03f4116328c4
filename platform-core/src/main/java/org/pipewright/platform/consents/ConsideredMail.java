package org.pipewright.platform.consents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.mail.Letter;
import org.pipewright.platform.mail.Mail;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.mail.CustomerMail;

/** Asks the consents before it posts a mail; the address decides, whatever record it was taken from. */
@ApplicationScoped
class ConsideredMail implements CustomerMail {

    @Inject
    Sql sql;

    @Inject
    Mail mail;

    @Inject
    CallerBinding callers;

    @Override
    public void send(String to, String subject, String text) {
        if (isOptedOut(to)) {
            throw Refusal.of(CoreErrorCode.OPTED_OUT, to);
        }
        Caller.TenantFacts tenant = callers.caller().tenant();
        mail.post(tenant.id(), new Letter(to, tenant.language(), "written", Map.of("subject", subject, "text", text)));
    }

    private boolean isOptedOut(String address) {
        return sql.first(
                        "select 1 from core.contact_point p join core.contact c on c.tenant_id = p.tenant_id"
                                + " and c.id = p.record_id where p.form = ? and p.subject = 'core.contact'"
                                + " and c.do_not_mail and c.deleted_at is null",
                        row -> true,
                        address.toLowerCase(Locale.ROOT))
                .isPresent();
    }
}
