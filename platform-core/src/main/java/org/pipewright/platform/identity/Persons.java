package org.pipewright.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/** People known to the platform. A person is found by the account's subject, at first by a verified address. */
@ApplicationScoped
public class Persons {

    private static final String COLUMNS =
            "select id, subject, email, name, language, time_zone, formats, reminder_mails from platform.person ";

    private static final String UNKNOWN =
            " and not exists (select 1 from platform.membership m where m.person_id = p.id)";

    private final Cache<UUID, Person> byId = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(3))
            .build();

    private final Cache<String, Person> bySubject = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(3))
            .build();

    @Inject
    Sql sql;

    @Inject
    IdentitySettings settings;

    /** Somebody has logged in: links the account to the person of its verified address, or notes a new person. */
    @Transactional
    Person loggedIn(VerifiedIdentity identity) {
        Person person = linked(identity);
        sql.update(
                "update platform.person set last_login_at = now(), name = ?, language = coalesce(language, ?) where id = ?",
                identity.displayName() == null ? person.name() : identity.displayName(),
                identity.language(),
                person.id());
        return person;
    }

    /** The person a program acts for, known for three seconds without asking again. */
    Person actingFor(VerifiedIdentity identity) {
        Person known = bySubject.getIfPresent(identity.subject());
        if (known == null) {
            known = linked(identity);
            bySubject.put(identity.subject(), known);
        }
        return known;
    }

    private Person linked(VerifiedIdentity identity) {
        return withSubject(identity.subject())
                .or(() -> identity.ownAddress()
                        .map(address -> named(identity.subject(), address, identity.displayName())))
                .orElseThrow(() -> Refusal.of(CoreErrorCode.UNAUTHENTICATED));
    }

    /** The person of the address, who is made if unknown, with the account linked. The address must be verified. */
    @Transactional
    public Person named(String subject, String email, String name) {
        sql.update(
                "insert into platform.person (id, subject, email, name) values (?, ?, ?, ?) "
                        + "on conflict (lower(email)) do update set subject = coalesce(platform.person.subject, excluded.subject)",
                UuidCreator.getTimeOrderedEpoch(),
                subject,
                email,
                name);
        return withSubject(subject).orElseThrow(() -> Refusal.of(CoreErrorCode.UNAUTHENTICATED));
    }

    /** The person of an account. */
    public Optional<Person> withSubject(String subject) {
        return sql.first(COLUMNS + "where subject = ?", Persons::person, subject);
    }

    /** The person of that id, known for three seconds without asking again. */
    Optional<Person> withId(UUID id) {
        return Optional.ofNullable(byId.get(
                id,
                key -> sql.first(COLUMNS + "where id = ?", Persons::person, key).orElse(null)));
    }

    /** The person of an address. */
    public Optional<Person> withEmail(String email) {
        return sql.first(COLUMNS + "where lower(email) = lower(?)", Persons::person, email);
    }

    /** Removes whom no organisation knows and who has not come in for a day, unless they run the platform. */
    @Transactional
    public void forgetStrangers() {
        sql
                .list(
                        COLUMNS + "p where coalesce(last_login_at, created_at) < now() - interval '1 day'" + UNKNOWN
                                + " and not exists (select 1 from platform.session s where s.person_id = p.id"
                                + " and s.expires_at > now())",
                        Persons::person)
                .stream()
                .filter(person -> !settings.isOperator(person.email()))
                .forEach(person -> sql.update("delete from platform.person p where id = ?" + UNKNOWN, person.id()));
    }

    /** Keeps how a person wants the product. */
    Person changed(UUID id, PersonChange change) {
        sql.update(
                "update platform.person set language = ?, time_zone = ?, formats = ?, reminder_mails = ? where id = ?",
                change.language(),
                change.timeZone(),
                change.formats(),
                !Boolean.FALSE.equals(change.reminderMails()),
                id);
        byId.invalidate(id);
        bySubject.invalidateAll();
        return withId(id).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8));
    }
}
