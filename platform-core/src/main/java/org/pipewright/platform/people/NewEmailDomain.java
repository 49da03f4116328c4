package org.pipewright.platform.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A domain to be proven.
 *
 * @param domain its name
 * @param role people get who come by it
 * @param team their main team, may be null
 */
public record NewEmailDomain(
        @NotBlank @Size(max = 253) String domain, @NotNull UUID role, UUID team) {

    DomainTerms terms() {
        return new DomainTerms(role, team);
    }
}
