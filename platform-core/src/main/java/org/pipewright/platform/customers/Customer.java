package org.pipewright.platform.customers;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pipewright.platform.spi.contactpoints.ContactPoints;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordType;

/**
 * A point of contact for selling to an organisation; an account may group several (S-ACC-02). With the feature off,
 * deals attach to accounts directly and the customers that are there wait (S-ACC-13).
 */
@Entity
@Table(schema = "core", name = "customer")
@RecordType(
        name = Customer.NAME,
        path = "customers",
        title = "name",
        feature = Customer.FEATURE,
        columns = {"name", "account", "contact", "emails", "phones", "owner"},
        sort = "name",
        menu = "customers",
        order = 15,
        icon = "store",
        assignable = true,
        activities = true)
public class Customer extends OwnedRecord {

    static final String NAME = "core.customer";
    static final String FEATURE = "core.business-customers";

    @Field(required = true, searchable = true)
    private String name;

    @Field(references = "core.account")
    @Column(name = "account_id")
    private UUID account;

    @Field(references = "core.contact")
    @Column(name = "contact_id")
    private UUID contact;

    @Field(format = Field.Format.EMAIL, searchable = true, personal = true)
    private ContactPoints emails;

    @Field(format = Field.Format.PHONE, searchable = true, personal = true)
    private ContactPoints phones;

    @Field(format = Field.Format.ADDRESS, searchable = true)
    private ContactPoints addresses;

    @Field(format = Field.Format.MULTILINE, max = 10_000)
    private String notes;

    protected Customer() {}

    String name() {
        return name;
    }

    UUID account() {
        return account;
    }

    UUID contact() {
        return contact;
    }

    void belongTo(UUID newAccount) {
        account = newAccount;
    }
}
