package org.pipewright.platform.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.contactpoints.ContactPoints;
import org.pipewright.platform.spi.customers.ElectronicScheme;
import org.pipewright.platform.spi.documents.EInvoiceForm;
import org.pipewright.platform.spi.documents.OrderInvoices;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Match;
import org.pipewright.platform.spi.records.Match.By;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordType;

/** An organisation the tenant sells to, buys from or works with (S-ACC-01). */
@Entity
@Table(schema = "core", name = "account")
@RecordType(
        name = "core.account",
        path = "accounts",
        title = "name",
        columns = {"name", "industry", "country", "employees", "annualRevenue", "owner"},
        sort = "name",
        menu = "customers",
        order = 10,
        icon = "building",
        activities = true,
        assignable = true,
        mergeable = true,
        matches = {
            @Match(by = By.NUMBER, fields = "taxNumber", score = 98),
            @Match(by = By.EMAIL, fields = "emails", score = 90),
            @Match(by = By.PHONE, fields = "phones", score = 85),
            @Match(
                    by = By.DOMAIN,
                    fields = {"website", "emails"},
                    score = 70),
            @Match(
                    by = By.ORGANISATION,
                    fields = {"name", "legalName"},
                    near = "addresses",
                    score = 75)
        })
public class Account extends OwnedRecord {

    @Field(required = true, searchable = true)
    private String name;

    @Field(searchable = true)
    private String legalName;

    /** What the organisation is to the tenant; it may be several things at once (S-ACC-08). */
    @Field(group = "standing")
    private boolean customer;

    @Field(group = "standing")
    private boolean partner;

    @Field(group = "standing")
    private boolean supplier;

    @Field(group = "standing")
    private boolean competitor;

    @Field
    private String industry;

    @Field(from = 0, to = 10_000_000)
    private Integer employees;

    @Field(from = 0)
    @Embedded
    private Money annualRevenue;

    /** What its won deals add up to (S-ACC-05). */
    @Field(readOnly = true)
    @Embedded
    private Money lifetimeValue;

    /** What was paid on its paid invoices (S-ACC-05). */
    @Field(readOnly = true, feature = OrderInvoices.FEATURE)
    @Embedded
    private Money paidValue;

    /** How much it may owe (S-ORD-11). */
    @Field(from = 0, feature = OrderInvoices.FEATURE)
    @Embedded
    private Money creditLimit;

    @Field(from = 1000, to = 2999)
    private Integer foundedYear;

    @Field(references = "core.account")
    @Column(name = "parent_id")
    private UUID parent;

    @Field(format = Field.Format.URL, searchable = true, group = "contact")
    private String website;

    /** Whom to turn to first (S-CON-02). */
    @Field(references = "core.contact", group = "contact")
    @Column(name = "main_contact_id")
    private UUID mainContact;

    @Field(format = Field.Format.EMAIL, searchable = true, group = "contact")
    private ContactPoints emails;

    @Field(format = Field.Format.PHONE, searchable = true, group = "contact")
    private ContactPoints phones;

    @Field(format = Field.Format.ADDRESS, searchable = true, group = "contact")
    private ContactPoints addresses;

    @Field(format = Field.Format.URL, group = "contact")
    private ContactPoints links;

    @Field
    private String country;

    @Field(max = 40, searchable = true)
    private String taxNumber;

    /** What the form of the tax number tells (S-ACC-12). */
    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private TaxNumberStanding taxNumberStanding;

    /** What the register of the authority said, and when. */
    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private TaxNumberAnswer taxNumberAnswer;

    @Field(readOnly = true)
    private LocalDate taxNumberCheckedOn;

    /** In which form it gets invoices; that of the tenant if empty (S-EINV-03). */
    @Field(feature = OrderInvoices.FEATURE, group = "e-invoices")
    @Enumerated(EnumType.STRING)
    private EInvoiceForm eInvoice;

    /** BT-10 of all its invoices, such as a Leitweg-ID. */
    @Field(max = 200, feature = OrderInvoices.FEATURE, group = "e-invoices")
    private String buyerReference;

    /** BT-49-1. */
    @Field(feature = OrderInvoices.FEATURE, group = "e-invoices")
    @Enumerated(EnumType.STRING)
    private ElectronicScheme electronicScheme;

    /** BT-49, where e-invoices are sent to; the e-mail address if empty, on the Peppol network the number of tax. */
    @Field(max = 100, feature = OrderInvoices.FEATURE, group = "e-invoices")
    private String electronicAddress;

    /** By which it buys, unless its terms of sale name another (S-PROD-02). */
    @Field(references = "core.price-list")
    @Column(name = "price_list_id")
    private UUID priceList;

    @Field(format = Field.Format.MULTILINE, max = 10_000)
    private String notes;

    @Field(group = "activity", readOnly = true)
    private Instant lastInboundAt;

    @Field(group = "activity", readOnly = true)
    private Instant lastOutboundAt;

    @Field(group = "activity", readOnly = true)
    private int contactsMade;

    @Field(group = "activity", readOnly = true)
    private Instant lastActivityAt;

    protected Account() {}

    /** An account of that name, for module code that makes one. */
    public static Account named(String name) {
        Account account = new Account();
        account.name = name;
        return account;
    }

    /** The account a business customer comes with, of the same owner. */
    public static Account ofCustomer(String name, UUID owner, UUID team) {
        Account account = named(name);
        account.customer = true;
        account.assignTo(owner, team);
        return account;
    }

    public String name() {
        return name;
    }

    Optional<String> taxNumber() {
        return Optional.ofNullable(taxNumber);
    }

    boolean hasElectronicScheme() {
        return electronicScheme != null;
    }

    boolean hasElectronicAddress() {
        return electronicAddress != null;
    }

    Optional<LocalDate> taxNumberCheckedOn() {
        return Optional.ofNullable(taxNumberCheckedOn);
    }

    void keepTaxCheck(TaxNumberAnswer answer, LocalDate day) {
        taxNumberAnswer = answer;
        taxNumberCheckedOn = day;
    }

    /** Looks at the form of the tax number again. */
    void judgeTaxNumber() {
        taxNumberStanding = taxNumber()
                .flatMap(number -> TaxNumbers.standing(number, country()))
                .orElse(null);
    }

    /** What was said of another number does not hold for this one. */
    void forgetTaxCheck() {
        taxNumberAnswer = null;
        taxNumberCheckedOn = null;
    }

    private Optional<String> country() {
        return Optional.ofNullable(addresses).flatMap(all -> all.primary().part("country"));
    }

    /** Code of the country it is in, of its address or else as it was entered; empty if that is no code. */
    public Optional<String> countryCode() {
        return country().or(() -> Optional.ofNullable(country).filter(entered -> entered.matches("[A-Z]{2}")));
    }

    /** Whether it has a tax number against which neither its form nor the authority says anything (S-TAX-02). */
    public boolean hasTaxNumber() {
        return taxNumber != null
                && taxNumberAnswer != TaxNumberAnswer.INVALID
                && (taxNumberStanding == null || taxNumberStanding == TaxNumberStanding.PLAUSIBLE);
    }

    UUID mainContact() {
        return mainContact;
    }

    public UUID parent() {
        return parent;
    }
}
