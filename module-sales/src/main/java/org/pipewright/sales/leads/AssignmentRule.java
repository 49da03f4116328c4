package org.pipewright.sales.leads;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.people.Colleague;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Who gets a new lead for which nobody has said so (S-LEAD-10). The first active rule that fits a lead counts. */
@Entity
@Table(schema = "sales", name = "assignment_rule")
@RecordType(
        name = AssignmentRule.NAME,
        path = "lead-assignment-rules",
        title = "name",
        feature = Lead.FEATURE,
        columns = {"name", "method", "channel", "country", "team", "roles", "capacity", "position", "active"},
        sort = "position",
        menu = "settings",
        order = 195,
        icon = "users",
        importable = false)
class AssignmentRule extends CatalogueEntry {

    static final String NAME = "sales.assignment-rule";

    /** How one of several people is chosen. */
    enum Method {
        /** Everybody in turn. */
        ROUND_ROBIN,
        /** Whoever has the fewest open leads. */
        LEAST_BUSY
    }

    @Field
    @Enumerated(EnumType.STRING)
    private Method method;

    @Field(references = "sales.channel", feature = "sales.lead-sources")
    @Column(name = "channel_id")
    private UUID channel;

    @Field(format = Field.Format.COUNTRY)
    private String country;

    @Field(references = "core.team")
    @Column(name = "team_id")
    private UUID team;

    @Field(max = 400, format = Field.Format.ROLES)
    private String roles;

    @Field(from = 1, to = 10_000)
    private Integer capacity;

    protected AssignmentRule() {}

    /** People take turns unless told otherwise. */
    void fillGaps() {
        method = method == null ? Method.ROUND_ROBIN : method;
    }

    /** Whether it is about such leads. */
    boolean fits(Lead lead) {
        boolean comesThatWay =
                channel == null || lead.channel().filter(channel::equals).isPresent();
        return comesThatWay
                && (country == null || lead.country().filter(country::equals).isPresent());
    }

    /** Whether it gives leads to the colleague. */
    boolean names(Colleague colleague) {
        return (team == null || colleague.isIn(team))
                && (roles().isEmpty() || roles().stream().anyMatch(colleague::holds));
    }

    boolean isByTurns() {
        return method == Method.ROUND_ROBIN;
    }

    Optional<UUID> team() {
        return Optional.ofNullable(team);
    }

    /** Roles one of which people hold, any if empty. */
    List<String> roles() {
        return roles == null
                ? List.of()
                : Arrays.stream(roles.split(","))
                        .map(String::strip)
                        .filter(role -> !role.isEmpty())
                        .toList();
    }

    /** Most leads one person gets by rules in a month, if that is limited. */
    Optional<Integer> capacity() {
        return Optional.ofNullable(capacity);
    }
}
