package org.pipewright.platform.tenants;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.keycloak.IdentityProvider;
import org.pipewright.platform.spi.errors.Refusal;

/** An identity provider in memory that can be told to fail at one call. */
class RememberedProvider implements IdentityProvider {

    final Map<String, String> accounts = new HashMap<>();
    final Set<UUID> organisations = new HashSet<>();
    final Set<String> members = new HashSet<>();
    private String failing = "";

    void failAt(String call) {
        failing = call;
    }

    private void happens(String call) {
        if (failing.equals(call)) {
            throw Refusal.of(CoreErrorCode.UNAVAILABLE);
        }
    }

    @Override
    public Optional<String> accountOf(String email) {
        happens("accountOf");
        return Optional.ofNullable(accounts.get(email));
    }

    @Override
    public String createAccount(String email, String name, String password) {
        happens("createAccount");
        return accounts.computeIfAbsent(email, address -> "subject of " + address);
    }

    @Override
    public void removeAccount(String subject) {
        accounts.values().remove(subject);
    }

    @Override
    public boolean ensureOrganisation(UUID tenant, String name) {
        happens("ensureOrganisation");
        return organisations.add(tenant);
    }

    @Override
    public void removeOrganisation(UUID tenant) {
        organisations.remove(tenant);
        members.removeIf(member -> member.startsWith(tenant.toString()));
    }

    @Override
    public void addMember(UUID tenant, String subject) {
        happens("addMember");
        members.add(tenant + " " + subject);
    }

    @Override
    public void removeMember(UUID tenant, String subject) {
        members.remove(tenant + " " + subject);
    }

    @Override
    public void endSessions(String subject) {}
}
