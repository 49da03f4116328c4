package org.pipewright.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.pipewright.platform.database.Sql;

/** Log-ins on their way through the identity provider; each can be completed once, by the browser that began it. */
@ApplicationScoped
class LoginAttempts {

    @Inject
    Sql sql;

    record Attempt(String nonce, String codeVerifier, String returnTo) {}

    @Transactional
    void begin(String state, String browser, Attempt attempt) {
        sql.update("delete from platform.login_attempt where created_at < now() - interval '15 minutes'");
        sql.update(
                "insert into platform.login_attempt (state_hash, browser_hash, nonce, code_verifier, return_to) "
                        + "values (?, ?, ?, ?, ?)",
                Secrets.hash(state),
                Secrets.hash(browser),
                attempt.nonce(),
                attempt.codeVerifier(),
                attempt.returnTo());
    }

    /** Takes the attempt, which exists no more afterwards. */
    @Transactional
    Optional<Attempt> take(String state, String browser) {
        return sql.first(
                "delete from platform.login_attempt where state_hash = ? and browser_hash = ? "
                        + "and created_at > now() - interval '15 minutes' returning nonce, code_verifier, return_to",
                row -> new Attempt(row.getString(1), row.getString(2), row.getString(3)),
                Secrets.hash(state),
                Secrets.hash(browser));
    }
}
