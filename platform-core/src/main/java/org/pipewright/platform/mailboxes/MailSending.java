package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Properties;
import org.pipewright.platform.mail.PlatformMailServer;
import org.pipewright.platform.mailboxes.Mailbox.Outgoing;
import org.pipewright.platform.mailboxes.Mailbox.Protection;
import org.pipewright.platform.secrets.Sealing;

/** Speaks SMTP with the server of a mailbox, else with that of the platform. */
@ApplicationScoped
class MailSending {

    private static final String TIMEOUT_MILLIS = "15000";

    @Inject
    PlatformMailServer platform;

    @Inject
    MailboxServer servers;

    @Inject
    Sealing sealing;

    Session session(Optional<Mailbox> mailbox) {
        return mailbox.map(MailSending::properties).map(Session::getInstance).orElseGet(platform::session);
    }

    void send(MimeMessage mail, Optional<Mailbox> mailbox) throws MessagingException {
        if (mailbox.isEmpty()) {
            platform.send(mail);
            return;
        }
        Outgoing server = mailbox.get().outgoing().orElseThrow();
        servers.requirePublic(server.host());
        String password = mailbox.get()
                .sealedPassword()
                .map(kept -> sealing.opened(MailboxServer.PURPOSE, kept))
                .orElse("");
        Transport.send(mail, server.userName(), password);
    }

    /** Bounces go to the mailbox; addresses the server refuses keep none of the others from it. */
    private static Properties properties(Mailbox mailbox) {
        Outgoing server = mailbox.outgoing().orElseThrow();
        String protocol = server.protection() == Protection.TLS ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        boolean startTls = server.protection() == Protection.STARTTLS;
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol.rfc822", protocol);
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "host", server.host());
        properties.setProperty(prefix + "port", Integer.toString(server.port()));
        properties.setProperty(prefix + "auth", "true");
        properties.setProperty(prefix + "from", mailbox.address());
        properties.setProperty(prefix + "sendpartial", "true");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(startTls));
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
        return properties;
    }
}
