package org.pipewright.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

/** The platform's own mail server. */
@ApplicationScoped
public class PlatformMailServer {

    @Inject
    MailSettings settings;

    /** The address the platform writes from, with its name. */
    public String from() {
        return settings.from();
    }

    /** That address alone. */
    public String address() {
        try {
            return new InternetAddress(from()).getAddress();
        } catch (AddressException e) {
            throw new IllegalStateException("The platform's own address is none", e);
        }
    }

    /** What a mail that it is to take is made with. */
    public Session session() {
        return Session.getInstance(settings.properties());
    }

    /** Hands a mail over. */
    public void send(MimeMessage message) throws MessagingException {
        if (settings.user().isPresent()) {
            Transport.send(message, settings.user().get(), settings.password());
        } else {
            Transport.send(message);
        }
    }
}
