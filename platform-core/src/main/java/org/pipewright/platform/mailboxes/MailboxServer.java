package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.pipewright.platform.mailboxes.Mailbox.Access;
import org.pipewright.platform.mailboxes.Mailbox.Position;
import org.pipewright.platform.mailboxes.Mailbox.Protection;

/** Speaks IMAP with a mailbox's server. Reads only: what is there stays as it is. */
@ApplicationScoped
class MailboxServer {

    static final String PURPOSE = "mailbox";
    private static final String TIMEOUT_MILLIS = "15000";
    private static final int MOST_AT_ONCE = 200;

    @Inject
    @ConfigProperty(name = "pipewright.platform.private-mail-servers", defaultValue = "false")
    boolean privateServers;

    /** Takes one mail, or the number of one that lies there since before the mailbox was set up. */
    interface Taker {
        void take(MimeMessage mail, long size) throws MessagingException;
    }

    /** Whatever keeps a mailbox from being read, in words for its owner. */
    static final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Gives what is new since the position to the taker, oldest first; returns how far it came. */
    Position read(Access access, String password, Taker taker) {
        requirePublic(access.host());
        try (Store store = Session.getInstance(properties(access)).getStore(protocol(access))) {
            store.connect(access.host(), access.port(), access.userName(), password);
            try (Folder folder = store.getFolder(access.folder())) {
                folder.open(Folder.READ_ONLY);
                return read(folder, access, taker);
            }
        } catch (MessagingException e) {
            throw new Unreachable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Position read(Folder folder, Access access, Taker taker) throws MessagingException {
        UIDFolder numbers = (UIDFolder) folder;
        long validity = numbers.getUIDValidity();
        long last = validity == access.position().validity() ? access.position().last() : 0;
        // The end of an open range is answered with the last message even if its number is smaller.
        long read = last;
        Message[] messages = numbers.getMessagesByUID(last + 1, UIDFolder.LASTUID);
        Message[] next = Arrays.copyOf(messages, Math.min(messages.length, MOST_AT_ONCE));
        fetch(folder, next);
        for (Message message : next) {
            long number = numbers.getUID(message);
            if (number > last && isNew(message, access.since())) {
                taker.take((MimeMessage) message, message.getSize());
            }
            read = Math.max(read, number);
        }
        return new Position(validity, read);
    }

    private static void fetch(Folder folder, Message[] messages) throws MessagingException {
        FetchProfile profile = new FetchProfile();
        profile.add(FetchProfile.Item.ENVELOPE);
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(messages, profile);
    }

    /** Servers tell the time of arrival in whole seconds. */
    private static boolean isNew(Message message, Instant since) throws MessagingException {
        return message.getReceivedDate() == null
                || !message.getReceivedDate().toInstant().isBefore(since.truncatedTo(ChronoUnit.SECONDS));
    }

    /** A tenant must not look into the network the product runs in. */
    void requirePublic(String host) {
        try {
            boolean inside = Arrays.stream(InetAddress.getAllByName(host)).anyMatch(MailboxServer::isInside);
            if (inside && !privateServers) {
                throw new Unreachable("Not a public server", null);
            }
        } catch (UnknownHostException e) {
            throw new Unreachable("There is no server of that name", e);
        }
    }

    private static boolean isInside(InetAddress address) {
        byte first = address.getAddress()[0];
        boolean uniqueLocal = address.getAddress().length == 16 && (first & 0xfe) == 0xfc;
        return address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || uniqueLocal;
    }

    private static String protocol(Access access) {
        return access.protection() == Protection.TLS ? "imaps" : "imap";
    }

    private static Properties properties(Access access) {
        String prefix = "mail." + protocol(access) + ".";
        Properties properties = new Properties();
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.parameters.strict", "false");
        properties.setProperty("mail.mime.base64.ignoreerrors", "true");
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (access.protection() == Protection.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }
}
