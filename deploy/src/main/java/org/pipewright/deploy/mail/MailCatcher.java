package org.pipewright.deploy.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.pipewright.deploy.processes.StartFailure;

/** An SMTP server that accepts every mail and delivers none; they are kept in memory until the product stops. */
public final class MailCatcher implements AutoCloseable {

    private final GreenMail server;
    private final List<CaughtMail> caught = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private MailCatcher(GreenMail server) {
        this.server = server;
    }

    /** Starts listening. */
    public static MailCatcher started(String address, int port) {
        ServerSetup smtp = new ServerSetup(port, address, ServerSetup.PROTOCOL_SMTP);
        GreenMail server = new GreenMail(smtp);
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        try {
            server.start();
        } catch (RuntimeException e) {
            throw new StartFailure("The mail catcher cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        return new MailCatcher(server);
    }

    /** All mails caught so far, the newest first. */
    public synchronized List<CaughtMail> newestFirst() {
        for (MimeMessage received : server.getReceivedMessages()) {
            if (taken.add(id(received))) {
                caught.add(MailParts.read(taken.size(), received));
            }
        }
        List<CaughtMail> mails = new ArrayList<>(caught);
        Collections.reverse(mails);
        return mails;
    }

    /** The server lists mails by mailbox, not as they come in, so a place in its list says nothing. */
    private static String id(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Forgets what was caught. */
    public synchronized void clear() {
        newestFirst();
        caught.clear();
    }

    @Override
    public void close() {
        server.stop();
    }
}
