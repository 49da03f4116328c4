package org.pipewright.platform.accounts;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
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
        icon = "building")
public class Account extends OwnedRecord {

    /** What the organisation is to the tenant (S-ACC-08). */
    public enum Kind {
        CUSTOMER,
        PARTNER,
        SUPPLIER,
        COMPETITOR,
        OTHER
    }

    @Field(required = true, searchable = true)
    private String name;

    @Field(searchable = true)
    private String legalName;

    @Field
    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Field
    private String industry;

    @Field(from = 0, to = 10_000_000)
    private Integer employees;

    @Field(from = 0)
    @Embedded
    private Money annualRevenue;

    @Field(from = 1000, to = 2999)
    private Integer foundedYear;

    @Field(references = "core.account")
    @jakarta.persistence.Column(name = "parent_id")
    private UUID parent;

    @Field(format = Field.Format.URL, searchable = true, group = "contact")
    private String website;

    @Field(format = Field.Format.PHONE, searchable = true, group = "contact")
    private String phone;

    @Field(format = Field.Format.EMAIL, searchable = true, group = "contact")
    private String email;

    @Field(group = "billing")
    private String billingStreet;

    @Field(group = "billing", max = 20)
    private String billingPostalCode;

    @Field(group = "billing", searchable = true)
    private String billingCity;

    @Field(group = "billing")
    private String country;

    @Field(group = "shipping")
    private String shippingStreet;

    @Field(group = "shipping", max = 20)
    private String shippingPostalCode;

    @Field(group = "shipping")
    private String shippingCity;

    @Field(group = "shipping")
    private String shippingCountry;

    @Field(group = "billing", max = 40, searchable = true)
    private String taxNumber;

    @Field(format = Field.Format.MULTILINE, max = 10_000)
    private String notes;

    protected Account() {}

    /** An account of that name, for module code that makes one. */
    public static Account named(String name) {
        Account account = new Account();
        account.name = name;
        return account;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public UUID parent() {
        return parent;
    }
}
