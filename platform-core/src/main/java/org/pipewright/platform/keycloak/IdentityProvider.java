package org.pipewright.platform.keycloak;

import java.util.Optional;
import java.util.UUID;

/**
 * Keeps accounts, and which organisation each belongs to. Every call may be repeated: what is already so stays so. A
 * provider that does not answer leads to a refusal with status 503.
 */
public interface IdentityProvider {

    /** The account of an address, by its subject. */
    Optional<String> accountOf(String email);

    /** Makes an account whose address is verified, and returns its subject. The password is handed over, never kept. */
    String createAccount(String email, String name, String password);

    /** Undoes the making of an account. */
    void removeAccount(String subject);

    /** Sees to it that the tenant has its organisation; tells whether it had to be made. */
    boolean ensureOrganisation(UUID tenant, String name);

    /** Takes the tenant's organisation away with all memberships; accounts stay. */
    void removeOrganisation(UUID tenant);

    /** Makes the account a member of the tenant's organisation. */
    void addMember(UUID tenant, String subject);

    /** Ends the account's membership in the tenant's organisation. */
    void removeMember(UUID tenant, String subject);

    /** Ends the provider's sessions of the account. */
    void endSessions(String subject);
}
