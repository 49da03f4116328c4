package org.pipewright.territories.tree;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * A territory as it stands or as it is planned, with all that decides which records are in it. Two are equal if they say
 * the same, in whatever order.
 *
 * @param id of the territory; of one that is new whatever nothing else has
 * @param parent of which it is part
 * @param priority 1 is first; null is last
 * @param active whether it counts
 * @param inherits whether only records of the one above can be in it
 */
public record PlannedTerritory(
        @NotNull UUID id,
        @NotBlank @Size(max = 100) String name,
        UUID parent,
        @Min(0) @Max(1000) Integer priority,
        @Size(max = 4000) String description,
        boolean active,
        boolean inherits,
        LocalDate validFrom,
        LocalDate validUntil,
        @Size(max = 200) List<@NotNull @Valid PlannedRule> rules,
        @Size(max = 200) List<@NotNull @Valid PlannedMember> members) {

    public PlannedTerritory {
        name = name.strip();
        description = description == null || description.isBlank() ? null : description.strip();
        rules = inOrder(rules, PlannedRule.ORDER);
        members = inOrder(members, PlannedMember.ORDER);
    }

    private static <T> List<T> inOrder(List<T> some, Comparator<T> order) {
        return some == null ? List.of() : some.stream().sorted(order).toList();
    }

    /** The same where it does not count. */
    public PlannedTerritory inactive() {
        return with(id, parent, false);
    }

    /** The same by other ids. */
    public PlannedTerritory known(UUID asId, UUID asParent) {
        return with(asId, asParent, active);
    }

    private PlannedTerritory with(UUID newId, UUID newParent, boolean counts) {
        return new PlannedTerritory(
                newId, name, newParent, priority, description, counts, inherits, validFrom, validUntil, rules, members);
    }

    /** Whether it counts on that day. */
    public boolean isInForce(LocalDate day) {
        return active && new Validity(validFrom, validUntil).holds(day);
    }

    /** Names of what is not as in another one. */
    public List<String> differences(PlannedTerritory other) {
        List<String> names = new ArrayList<>();
        compare("name", PlannedTerritory::name, other, names);
        compare("parent", PlannedTerritory::parent, other, names);
        compare("priority", PlannedTerritory::priority, other, names);
        compare("description", PlannedTerritory::description, other, names);
        compare("active", PlannedTerritory::active, other, names);
        compare("inherits", PlannedTerritory::inherits, other, names);
        compare("validFrom", PlannedTerritory::validFrom, other, names);
        compare("validUntil", PlannedTerritory::validUntil, other, names);
        compare("rules", PlannedTerritory::rules, other, names);
        compare("members", PlannedTerritory::members, other, names);
        return names;
    }

    private void compare(
            String what, Function<PlannedTerritory, Object> part, PlannedTerritory other, List<String> names) {
        if (!Objects.equals(part.apply(this), part.apply(other))) {
            names.add(what);
        }
    }
}
