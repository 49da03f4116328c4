package org.pipewright.platform.contacts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.RecordType;

/** A person the tenant deals with (S-CON-01). */
@Entity
@Table(schema = "core", name = "contact")
@RecordType(
        name = "core.contact",
        path = "contacts",
        title = "name",
        columns = {"name", "jobTitle", "account", "email", "phone", "owner"},
        sort = "name",
        menu = "customers",
        order = 20,
        icon = "user")
public class Contact extends OwnedRecord {

    @Field(readOnly = true, searchable = true)
    private String name;

    @Field(searchable = true, max = 100)
    private String firstName;

    @Field(required = true, searchable = true, max = 100)
    private String lastName;

    @Field(max = 100)
    private String salutation;

    @Field
    private String jobTitle;

    @Field(references = "core.account")
    @Column(name = "account_id")
    private UUID account;

    @Field(format = Field.Format.EMAIL, searchable = true)
    private String email;

    @Field(format = Field.Format.PHONE, searchable = true)
    private String phone;

    @Field(format = Field.Format.PHONE, searchable = true)
    private String mobile;

    @Field
    private LocalDate birthday;

    @Field(group = "address")
    private String street;

    @Field(group = "address", max = 20)
    private String postalCode;

    @Field(group = "address")
    private String city;

    @Field(group = "address")
    private String country;

    @Field(format = Field.Format.URL, group = "online")
    private String linkedin;

    @Field(group = "consent")
    private boolean doNotCall;

    @Field(group = "consent")
    private boolean doNotMail;

    @Field(format = Field.Format.MULTILINE, max = 10_000)
    private String notes;

    protected Contact() {}

    /** A contact for module code that makes one. */
    public static Contact named(String firstName, String lastName) {
        Contact contact = new Contact();
        contact.firstName = firstName;
        contact.lastName = lastName;
        return contact;
    }

    /** The name under which the contact is shown and found. */
    void composeName() {
        name = Stream.of(firstName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }
}
