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

    private static final int MOST = 200;
    private static final int USUAL = 50;

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

    @QueryParam("limit")
    String limit;

    @QueryParam("after")
    String after;

    private final List<FieldError> errors = new ArrayList<>();

    /** The query's conditions with their parameters. */
    record Conditions(String sql, List<Object> parameters, int limit) {}

    Conditions conditions() {
        StringBuilder sql = new StringBuilder("true");
        List<Object> parameters = new ArrayList<>();
        add(sql, parameters, "subject", " and h.subject = ?", subject, AuditFilter::text);
        add(sql, parameters, "record", " and h.record_id = ?", record, UUID::fromString);
        add(sql, parameters, "member", " and h.member_id = ?", member, UUID::fromString);
        add(sql, parameters, "action", " and h.action = ?", action, AuditFilter::text);
        add(sql, parameters, "from", " and h.at >= ?", from, Instant::parse);
        add(sql, parameters, "to", " and h.at < ?", to, Instant::parse);
        add(sql, parameters, "after", " and h.id < ?", after, Long::valueOf);
        int rows = rows();
        InvalidFields.requireNone(errors);
        return new Conditions(sql.toString(), parameters, rows);
    }

    /** The same, as many lines at once as may be. */
    Conditions whole() {
        limit = String.valueOf(MOST);
        return conditions();
    }

    /** What comes after a line. */
    Conditions following(String line) {
        after = line;
        return whole();
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

    private int rows() {
        if (limit == null || limit.isEmpty()) {
            return USUAL;
        }
        try {
            int rows = Integer.parseInt(limit);
            if (rows >= 1 && rows <= MOST) {
                return rows;
            }
        } catch (NumberFormatException e) {
            reject("limit");
            return USUAL;
        }
        reject("limit");
        return USUAL;
    }

    private void reject(String name) {
        errors.add(InvalidFields.error(name, "wrong-type"));
    }
}
