package org.pipewright.territories.tree;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/**
 * To whom new records of a type are given that come into a territory and of which nobody has said whose they are
 * (S-TERR-12). Of a type without it they stay whose they are.
 */
@Entity
@Table(schema = "territories", name = "territory_intake")
@RecordType(
        name = TerritoryIntake.NAME,
        path = "territory-intakes",
        title = "recordType",
        feature = Territory.FEATURE,
        partOf = "territory",
        columns = {"recordType", "giveTo", "capacity"},
        icon = "inbox")
public class TerritoryIntake extends PartRecord {

    /** Name of the record type. */
    public static final String NAME = "territories.territory-intake";

    /** Who is meant. */
    public enum Receiver {
        /** Whoever owns the territory. */
        OWNER,
        /** Its members in turn, and its owner if none of them can take more. */
        MEMBERS
    }

    @Field(required = true, references = Territory.NAME)
    @Column(name = "territory_id")
    private UUID territory;

    @Field(required = true, max = 100)
    private String recordType;

    @Field(required = true)
    @Enumerated(EnumType.STRING)
    private Receiver giveTo;

    @Field(from = 1, to = 10_000)
    private Integer capacity;

    UUID territory() {
        return territory;
    }

    public String recordType() {
        return recordType;
    }

    /** Whether members get them in turn. */
    public boolean isForMembers() {
        return giveTo == Receiver.MEMBERS;
    }

    /** Most open records of the type with which a member is given another one. */
    public Optional<Integer> capacity() {
        return Optional.ofNullable(capacity);
    }
}
