package org.pipewright.platform.mailboxes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.mail.MailIntake;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** A mailbox of the tenant that the product reads (S-MAIL-02), and what becomes of mails of unknown people. */
@Entity
@Table(schema = "core", name = "mailbox")
@RecordType(
        name = Mailbox.NAME,
        path = "mailboxes",
        title = "name",
        feature = Mailbox.FEATURE,
        columns = {"name", "address", "active", "lastReadAt", "problem"},
        sort = "name",
        menu = "settings",
        order = 120,
        icon = "list",
        importable = false)
class Mailbox extends CrmRecord {

    static final String NAME = "core.mailbox";
    static final String FEATURE = CoreModule.MAILBOXES;
    private static final int TLS_PORT = 993;
    private static final int PLAIN_PORT = 143;
    private static final int TLS_SEND_PORT = 465;
    private static final int SEND_PORT = 587;

    /** How the connection is protected. */
    enum Protection {
        TLS,
        STARTTLS,
        NONE
    }

    /** What becomes of its mails. */
    enum Purpose {
        /** People outside write to it. */
        INTAKE,
        /** Members send copies of their own mails to it. */
        DROP_BOX
    }

    /** Who sees mails that come in here; without one the tenant's setting holds. */
    enum Visibility {
        SHARED,
        PRIVATE
    }

    @Field(required = true, max = 100, searchable = true)
    private String name;

    @Field(required = true, format = Field.Format.EMAIL)
    private String address;

    @Field
    private boolean active = true;

    @Field(readOnly = true)
    private Instant lastReadAt;

    @Field(readOnly = true, max = 500)
    private String problem;

    @Field
    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Field(group = "server", required = true)
    private String host;

    @Field(group = "server", from = 1, to = 65_535)
    private Integer port;

    @Field(group = "server")
    @Enumerated(EnumType.STRING)
    private Protection protection;

    @Field(group = "server", required = true)
    private String userName;

    @Field(group = "server", readOnly = true)
    private boolean passwordKept;

    @Field(group = "server", max = 200)
    private String folder;

    @Field(group = "sending")
    private String sendHost;

    @Field(group = "sending", from = 1, to = 65_535)
    private Integer sendPort;

    @Field(group = "sending")
    @Enumerated(EnumType.STRING)
    private Protection sendProtection;

    @Field(group = "intake", references = "core.member")
    @Column(name = "assignee_id")
    private UUID assignee;

    @Field(group = "intake", references = "core.team")
    @Column(name = "record_team_id")
    private UUID recordTeam;

    /** A list that a module keeps; the field is there with its feature. */
    @Field(group = "intake", references = MailIntake.CHANNELS, feature = MailIntake.CHANNELS_FEATURE)
    @Column(name = "source_id")
    private UUID source;

    @Field(group = "intake")
    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Field(group = "intake", format = Field.Format.MULTILINE, max = 2000)
    private String ownDomains;

    /** Encrypted; no field, so that it is shown and told to nobody. */
    private String sealedPassword;

    private Long uidValidity;

    private Long lastUid;

    protected Mailbox() {}

    /** Fills what was left out. */
    void fillGaps() {
        protection = protection == null ? Protection.TLS : protection;
        port = port == null ? (protection == Protection.TLS ? TLS_PORT : PLAIN_PORT) : port;
        purpose = purpose == null ? Purpose.INTAKE : purpose;
        folder = folder == null ? "INBOX" : folder;
        if (sendHost != null) {
            sendProtection = sendProtection == null ? Protection.STARTTLS : sendProtection;
            sendPort = sendPort == null ? (sendProtection == Protection.TLS ? TLS_SEND_PORT : SEND_PORT) : sendPort;
        }
    }

    /** Takes the password, encrypted. */
    void keepPassword(String sealed) {
        sealedPassword = sealed;
        passwordKept = true;
    }

    boolean isDropBox() {
        return purpose == Purpose.DROP_BOX;
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    Optional<Visibility> visibility() {
        return Optional.ofNullable(visibility);
    }

    /** Server, folder and account as they are reached. */
    Access access() {
        return new Access(id(), host, port, protection, userName, folder, createdAt(), position());
    }

    /** The server that takes mails from this address, if it sends. */
    Optional<Outgoing> outgoing() {
        return Optional.ofNullable(sendHost).map(server -> new Outgoing(server, sendPort, sendProtection, userName));
    }

    private Position position() {
        return new Position(uidValidity == null ? -1 : uidValidity, lastUid == null ? 0 : lastUid);
    }

    Optional<String> sealedPassword() {
        return Optional.ofNullable(sealedPassword);
    }

    /** What becomes of mails of people nobody knows. */
    MailIntake.Handling handling() {
        return new MailIntake.Handling(assignee, recordTeam, source);
    }

    /** How its mails are sorted: its own address and, but in a drop-box, the domains of the tenant are no customers. */
    Sorting sorting() {
        Set<String> own = new HashSet<>(Set.of(address.toLowerCase(Locale.ROOT)));
        if (ownDomains != null && !isDropBox()) {
            Arrays.stream(ownDomains.toLowerCase(Locale.ROOT).split("[\\s,;]+"))
                    .map(domain -> domain.replaceFirst("^@", ""))
                    .filter(domain -> !domain.isEmpty())
                    .forEach(own::add);
        }
        return new Sorting(own);
    }

    /**
     * How far a folder was read.
     *
     * @param validity of the folder's numbers
     * @param last number that was read
     */
    record Position(long validity, long last) {}

    /** The server that takes mails from its address. */
    record Outgoing(String host, int port, Protection protection, String userName) {}

    /** What is needed to reach it. */
    record Access(
            UUID id,
            String host,
            int port,
            Protection protection,
            String userName,
            String folder,
            Instant since,
            Position position) {}
}
