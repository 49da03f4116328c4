package org.pipewright.deploy.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pipewright.deploy.processes.StartFailure;

/** An SMTP server that accepts every mail and delivers none; they are kept in memory until the product stops. */
public final class MailCatcher implements AutoCloseable {

    private final GreenMail server;
    private final List<CaughtMail> caught = new ArrayList<>();
    private int taken;

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
        MimeMessage[] received = server.getReceivedMessages();
        for (; taken < received.length; taken++) {
            caught.add(MailParts.read(taken + 1, received[taken]));
        }
        List<CaughtMail> mails = new ArrayList<>(caught);
        Collections.reverse(mails);
        return mails;
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
