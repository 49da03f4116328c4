package org.pipewright.platform.contacts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordType;

/** That a contact belongs, or belonged, to an account, and as what (S-CON-02). */
@Entity
@Table(schema = "core", name = "affiliation")
@RecordType(
        name = Affiliation.NAME,
        path = "affiliations",
        title = "name",
        columns = {"name", "contact", "account", "role", "active", "since"},
        sort = "name",
        icon = "link",
        link = true)
public class Affiliation extends OwnedRecord {

    static final String NAME = "core.affiliation";

    @Field(readOnly = true, max = 600, personal = true)
    private String name;

    @Field(required = true, references = "core.contact")
    @Column(name = "contact_id")
    private UUID contact;

    @Field(required = true, references = "core.account")
    @Column(name = "account_id")
    private UUID account;

    @Field(max = 100)
    private String role;

    @Field
    private boolean active = true;

    @Field
    private LocalDate since;

    @Field
    private LocalDate until;

    protected Affiliation() {}

    /** Somebody who belongs to an account from that day on. */
    static Affiliation of(Contact contact, UUID account, LocalDate today) {
        Affiliation affiliation = new Affiliation();
        affiliation.contact = contact.id();
        affiliation.account = account;
        affiliation.role = contact.jobTitle();
        affiliation.since = today;
        affiliation.assignTo(contact.owner(), contact.team());
        return affiliation;
    }

    /** Names it; the day of leaving is kept with what it was. */
    void settle(String title, LocalDate today) {
        name = title;
        if (active) {
            until = null;
        } else if (until == null) {
            until = today;
        }
    }

    /** Ends it; what it was stays. */
    void end() {
        active = false;
    }

    /** Lets it begin again. */
    void resume() {
        active = true;
    }

    UUID contact() {
        return contact;
    }

    UUID account() {
        return account;
    }

    boolean isActive() {
        return active;
    }

    LocalDate since() {
        return since;
    }

    LocalDate until() {
        return until;
    }
}
