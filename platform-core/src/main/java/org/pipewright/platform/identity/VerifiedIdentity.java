package org.pipewright.platform.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Optional;

/**
 * What a verified token of the identity provider says of a person.
 *
 * @param subject the provider's stable name of the account
 * @param email address, may be null
 * @param emailVerified whether the provider knows the address to be the person's
 * @param name display name, may be null
 * @param language language tag, may be null
 * @param session the provider's name of its own session, may be null
 * @param level what the provider checked at the log-in ({@code acr}), may be null
 */
record VerifiedIdentity(
        String subject,
        String email,
        boolean emailVerified,
        String name,
        String language,
        String session,
        String level) {

    static VerifiedIdentity of(JWTClaimsSet claims) throws ParseException {
        return new VerifiedIdentity(
                claims.getSubject(),
                claims.getStringClaim("email"),
                Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")),
                claims.getStringClaim("name"),
                claims.getStringClaim("locale"),
                claims.getStringClaim("sid"),
                claims.getStringClaim("acr"));
    }

    /** The address, if the provider has verified it. */
    Optional<String> ownAddress() {
        return Optional.ofNullable(email).filter(address -> emailVerified);
    }

    String displayName() {
        return name == null || name.isBlank() ? email : name;
    }
}
