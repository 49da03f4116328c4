package org.pipewright.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The server that takes our mail. */
@ApplicationScoped
class MailSettings {

    private static final String TIMEOUT_MILLIS = "10000";

    @Inject
    @ConfigProperty(name = "pipewright.platform.mail-host", defaultValue = "localhost")
    String host;

    @Inject
    @ConfigProperty(name = "pipewright.platform.mail-port", defaultValue = "25")
    int port;

    @Inject
    @ConfigProperty(name = "pipewright.platform.mail-from", defaultValue = "Pipewright <no-reply@pipewright.example>")
    String from;

    @Inject
    @ConfigProperty(name = "pipewright.platform.mail-user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "pipewright.platform.mail-password")
    Optional<String> password;

    @Inject
    @ConfigProperty(name = "pipewright.platform.mail-starttls", defaultValue = "false")
    boolean startTls;

    String from() {
        return from;
    }

    Optional<String> user() {
        return user;
    }

    String password() {
        return password.orElse("");
    }

    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", host);
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.auth", Boolean.toString(user.isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
        return properties;
    }
}
