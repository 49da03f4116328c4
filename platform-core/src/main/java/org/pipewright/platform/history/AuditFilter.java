package org.pipewright.platform.history;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.spi.errors.FieldError;

/** Which lines of the audit trail are asked for. */
public class AuditFilter {

    /** Lines that are read at once at most. */
    static final int MOST = 200;

    @QueryParam("subject")
    String subject;

    @QueryParam("record")
    String record;

    @QueryParam("member")
    String member;

    @QueryParam("action")
    String action;

    @QueryParam("from")
    String from;

    @QueryParam("to")
    String to;

    private final List<FieldError> errors = new ArrayList<>();

    /** The query's conditions with their parameters. */
    record Conditions(String sql, List<Object> parameters, int limit) {}

    /** From the newest on. */
    Conditions whole() {
        return conditions(null, MOST);
    }

    /** What comes after a line. */
    Conditions following(String line) {
        return conditions(line, MOST);
    }

    /** So many of what comes after a line, or from the newest on. */
    Conditions conditions(String after, int rows) {
        StringBuilder sql = new StringBuilder("true");
        List<Object> parameters = new ArrayList<>();
        add(sql, parameters, "subject", " and h.subject = ?", subject, AuditFilter::text);
        add(sql, parameters, "record", " and h.record_id = ?", record, UUID::fromString);
        add(sql, parameters, "member", " and h.member_id = ?", member, UUID::fromString);
        add(sql, parameters, "action", " and h.action = ?", action, AuditFilter::text);
        add(sql, parameters, "from", " and h.at >= ?", from, Instant::parse);
        add(sql, parameters, "to", " and h.at < ?", to, Instant::parse);
        add(sql, parameters, "after", " and h.id < ?", after, Long::valueOf);
        InvalidFields.requireNone(errors);
        return new Conditions(sql.toString(), parameters, rows);
    }

    private static String text(String value) {
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException();
        }
        return value;
    }

    private void add(
            StringBuilder sql,
            List<Object> parameters,
            String name,
            String condition,
            String value,
            Function<String, Object> reader) {
        if (value == null || value.isEmpty()) {
            return;
        }
        try {
            parameters.add(reader.apply(value));
            sql.append(condition);
        } catch (IllegalArgumentException | DateTimeException e) {
            reject(name);
        }
    }

    void reject(String name) {
        errors.add(InvalidFields.error(name, "wrong-type"));
    }
}
