package org.pipewright.platform.tenants;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.Caller.LoginPolicy;
import org.pipewright.platform.access.Caller.TenantFacts;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.RightsTable;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.features.FeatureResolution;
import org.pipewright.platform.identity.Memberships;
import org.pipewright.platform.identity.Person;
import org.pipewright.platform.identity.Persons;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.spi.access.BuiltInRole;
import org.pipewright.platform.spi.records.Origin;

/**
 * What every tenant begins with: the built-in roles, its profile, its first administrator and the defaults of every
 * module. Part of a transaction whose tenant is bound, so that all of it is there or nothing.
 */
@ApplicationScoped
class TenantFoundation {

    @Inject
    Sql sql;

    @Inject
    Persons persons;

    @Inject
    Memberships memberships;

    @Inject
    Modules modules;

    @Inject
    CallerBinding binding;

    @Inject
    TenantHooks hooks;

    /** Lays it and returns the first administrator's member id. */
    @Transactional(TxType.MANDATORY)
    UUID lay(NewTenant tenant, Founder founder) {
        for (BuiltInRole role : BuiltInRole.values()) {
            addRole(role);
        }
        sql.update(
                "insert into core.organisation (legal_name, country, email) values (?, ?, ?)",
                tenant.name(),
                tenant.country(),
                founder.email());
        UUID member = addMember(founder, BuiltInRole.TENANT_ADMIN);
        Caller admin = firstAdministrator(tenant, member, founder.name());
        asCaller(admin, () -> hooks.modules().forEach(module -> hooks.setUp(tenant.id(), module, tenant.locale())));
        return member;
    }

    private void addRole(BuiltInRole role) {
        sql.update(
                "insert into core.role (id, key, name) values (?, ?, ?)",
                UuidCreator.getTimeOrderedEpoch(),
                role.key(),
                name(role));
    }

    private static String name(BuiltInRole role) {
        String words = role.key().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Adds somebody who can log in, with one role; the account must have proven the address. */
    @Transactional(TxType.MANDATORY)
    UUID addMember(Founder who, BuiltInRole role) {
        UUID member = UuidCreator.getTimeOrderedEpoch();
        sql.update(
                "insert into core.member (id, name, email, status) values (?, ?, ?, 'ACTIVE')",
                member,
                who.name(),
                who.email());
        sql.update(
                "insert into core.member_role (member_id, role_id) select ?, id from core.role where key = ?",
                member,
                role.key());
        findable("core.member", member, who.name() + " " + who.email());
        Person person = persons.named(who.subject(), who.email(), who.name());
        memberships.add(person.id(), tenant(), member);
        return member;
    }

    /** Lets the search find what is written here before anybody is there to write records. */
    void findable(String recordType, UUID id, String words) {
        sql.update(
                "insert into core.search_entry (subject, record_id, words) values (?, ?, platform.fold(?))",
                recordType,
                id,
                words);
    }

    private UUID tenant() {
        return BoundTenant.current().orElseThrow();
    }

    /** Made by hand: what the transaction has written so far can be read by nobody else yet. */
    private Caller firstAdministrator(NewTenant tenant, UUID member, String name) {
        TenantFacts facts = facts(tenant);
        return new Caller(
                facts,
                facts.language(),
                member,
                name,
                null,
                Set.of(),
                Set.of(),
                List.of(),
                RightsTable.everything(),
                FeatureResolution.ofTenant(modules.all(), Set.of(), defaults(), Map.of())
                        .inForce(),
                Set.of(),
                Map.of());
    }

    private Map<String, Boolean> defaults() {
        Map<String, Boolean> defaults = new HashMap<>();
        sql.list(FeatureResolution.DEFAULTS, row -> defaults.put(row.getString(1), row.getBoolean(2)));
        return defaults;
    }

    private static TenantFacts facts(NewTenant tenant) {
        return new TenantFacts(
                tenant.id(),
                tenant.slug(),
                tenant.name(),
                "ACTIVE",
                tenant.currency(),
                ZoneId.of(tenant.timeZone()),
                DayOfWeek.MONDAY,
                tenant.locale(),
                tenant.country(),
                LoginPolicy.NONE);
    }

    private void asCaller(Caller caller, Runnable work) {
        binding.during(caller, Origin.JOB, () -> {
            work.run();
            return null;
        });
    }
}
