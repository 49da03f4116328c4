package org.pipewright.sales.parties;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Figure;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;
import org.pipewright.platform.spi.records.Report;
import org.pipewright.sales.opportunities.Opportunity;

/** An account with a role in a deal, and its person there (S-PARTY-01). */
@Entity
@Table(schema = "sales", name = "party")
@RecordType(
        name = Party.NAME,
        path = "parties",
        title = "name",
        feature = Opportunity.FEATURE,
        partOf = "opportunity",
        columns = {"partner", "role", "contact", "contactRole", "comment", "strengths", "winner"},
        sort = "-createdAt",
        icon = "users",
        recipients = "role.meaning!=COMPETITOR",
        views = @BuiltInView(key = "winners", filter = "winner==true"),
        reports = {
            @Report(
                    key = "winners",
                    filter = "winner==true",
                    period = "opportunity.actualClose",
                    by = {"partner", "opportunity.owner", "opportunity.lossReason", "opportunity.actualClose"},
                    figures = {@Figure(key = "deals"), @Figure(key = "value", sum = "opportunity.amount")}),
            @Report(
                    key = "competition",
                    filter = "role.meaning==COMPETITOR;opportunity.outcome=in=(WON,LOST)",
                    period = "opportunity.actualClose",
                    by = {"partner", "opportunity.owner", "opportunity.kind", "opportunity.actualClose"},
                    figures = {
                        @Figure(key = "closed", distinct = "opportunity"),
                        @Figure(key = "won", filter = "opportunity.outcome==WON", distinct = "opportunity"),
                        @Figure(key = "lost", filter = "opportunity.outcome==LOST", distinct = "opportunity"),
                        @Figure(
                                key = "rate",
                                filter = "opportunity.outcome==WON",
                                distinct = "opportunity",
                                of = "closed"),
                        @Figure(key = "value", sum = "opportunity.amount"),
                        @Figure(
                                key = "value-rate",
                                filter = "opportunity.outcome==WON",
                                sum = "opportunity.amount",
                                of = "value")
                    })
        })
class Party extends PartRecord {

    static final String NAME = "sales.party";

    @Field(readOnly = true)
    private String name;

    @Field(required = true, references = Opportunity.NAME)
    @Column(name = "opportunity_id")
    private UUID opportunity;

    @Field(required = true, references = "core.account")
    @Column(name = "partner_id")
    private UUID partner;

    @Field(required = true, references = PartyRole.NAME)
    @Column(name = "role_id")
    private UUID role;

    @Field(references = "core.contact")
    @Column(name = "contact_id")
    private UUID contact;

    @Field(references = ContactRole.NAME)
    @Column(name = "contact_role_id")
    private UUID contactRole;

    @Field(format = Field.Format.MULTILINE, max = 4000)
    private String comment;

    @Field(format = Field.Format.MULTILINE, max = 4000)
    private String strengths;

    @Field
    private boolean winner;

    /** Asks for the contact to be linked to the partner along with the party (S-PARTY-02). */
    @Field
    private boolean linkContact;

    protected Party() {}

    /** The account a deal is with. */
    static Party customer(PartyRole role, UUID deal, UUID account, UUID contact) {
        Party party = of(role, deal, account);
        party.contact = contact;
        party.standAt(1);
        return party;
    }

    /** Whoever won a deal that is lost. */
    static Party winner(PartyRole role, UUID deal, UUID account) {
        Party party = of(role, deal, account);
        party.winner = true;
        return party;
    }

    private static Party of(PartyRole role, UUID deal, UUID account) {
        Party party = new Party();
        party.opportunity = deal;
        party.role = role.id();
        party.partner = account;
        return party;
    }

    /** Is called by its role. */
    void nameBy(PartyRole current) {
        name = current.name();
    }

    /** Is somebody else now, with nobody known there yet. */
    void become(UUID account, UUID person) {
        partner = account;
        contact = person;
    }

    void win(boolean won) {
        winner = won;
    }

    /** Nobody has won another deal yet. */
    @Override
    public void renew() {
        winner = false;
        linkContact = false;
    }

    UUID opportunity() {
        return opportunity;
    }

    UUID partner() {
        return partner;
    }

    UUID role() {
        return role;
    }

    Optional<UUID> contact() {
        return Optional.ofNullable(contact);
    }

    UUID contactRole() {
        return contactRole;
    }

    boolean isWinner() {
        return winner;
    }

    boolean linksContact() {
        return linkContact;
    }
}
