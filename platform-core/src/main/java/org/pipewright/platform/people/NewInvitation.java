package org.pipewright.platform.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who is asked to join.
 *
 * @param email address the link goes to
 * @param name shown until the person tells another, may be null
 * @param roles given on acceptance, exactly these
 * @param team main team, may be null
 * @param teams other teams beside it, may be null
 */
public record NewInvitation(
        @NotBlank
        @Size(max = 255)
        @Pattern(
                regexp = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+",
                message = "core.violation.email")
        String email,

        @Size(max = 100) String name,
        @NotEmpty @Size(max = 50) Set<UUID> roles,
        UUID team,
        @Size(max = 100) Set<UUID> teams) {

    /** The teams the person is to belong to; nothing if the invitation names none. */
    Optional<TeamChoice> choice() {
        if (team == null && (teams == null || teams.isEmpty())) {
            return Optional.empty();
        }
        Set<UUID> all = new HashSet<>(Optional.ofNullable(teams).orElseGet(Set::of));
        Optional.ofNullable(team).ifPresent(all::add);
        return Optional.of(new TeamChoice(team, all));
    }
}
