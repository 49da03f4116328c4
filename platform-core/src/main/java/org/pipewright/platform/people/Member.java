package org.pipewright.platform.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Somebody who works for the tenant: owner of records, with or without log-in (S-TEN-23, S-AUTH-05). */
@Entity
@Table(schema = "core", name = "member")
@RecordType(
        name = "core.member",
        path = "people",
        title = "name",
        columns = {"name", "email", "jobTitle", "team", "manager", "status"},
        sort = "name",
        icon = "user")
public class Member extends CrmRecord {

    @Field(required = true, searchable = true)
    private String name;

    @Field(format = Field.Format.EMAIL, searchable = true)
    private String email;

    @Field
    private String jobTitle;

    @Field(format = Field.Format.PHONE)
    private String phone;

    @Field(readOnly = true)
    @Enumerated(EnumType.STRING)
    private MemberStatus status = MemberStatus.NO_LOGIN;

    @Field(references = "core.team")
    @Column(name = "team_id")
    private UUID team;

    @Field(references = "core.member")
    @Column(name = "manager_id")
    private UUID manager;

    protected Member() {}

    /** Somebody who cannot log in yet. */
    public static Member named(String name, String email) {
        Member member = new Member();
        member.name = name;
        member.email = email;
        return member;
    }

    void invite() {
        status = MemberStatus.INVITED;
    }

    /** The invitation was withdrawn. */
    void uninvite() {
        status = MemberStatus.NO_LOGIN;
    }

    /** Lets the member in, who has proven the address. */
    public void activate() {
        status = MemberStatus.ACTIVE;
    }

    void rename(String newName) {
        name = newName;
    }

    void deactivate() {
        status = MemberStatus.INACTIVE;
    }

    public void join(UUID newTeam) {
        team = newTeam;
    }

    public String name() {
        return name;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public MemberStatus status() {
        return status;
    }

    /** The main team. */
    Optional<UUID> team() {
        return Optional.ofNullable(team);
    }

    public Optional<UUID> manager() {
        return Optional.ofNullable(manager);
    }
}
