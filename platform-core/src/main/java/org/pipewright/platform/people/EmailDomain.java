package org.pipewright.platform.people;

import java.time.Instant;
import java.util.UUID;

/**
 * A domain the tenant names as its own.
 *
 * @param id of the entry
 * @param domain the domain
 * @param proof what its record has to say
 * @param role people get who come by it
 * @param roleName name of that role
 * @param team their main team, may be null
 * @param teamName name of that team, may be null
 * @param provenAt since when the tenant holds it; null while it does not
 * @param createdAt when it was named
 */
record EmailDomain(
        UUID id,
        MailDomain domain,
        String proof,
        UUID role,
        String roleName,
        UUID team,
        String teamName,
        Instant provenAt,
        Instant createdAt) {

    private static final String SAYS = "pipewright=";

    boolean isProven() {
        return provenAt != null;
    }

    /** The text of the record. */
    String recordText() {
        return SAYS + proof;
    }
}
