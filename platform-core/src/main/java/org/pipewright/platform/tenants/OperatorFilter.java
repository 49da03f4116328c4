package org.pipewright.platform.tenants;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.spi.errors.FieldError;

/** Which tenants the operator asks for. */
public class OperatorFilter {

    private static final int MOST = 200;
    private static final int USUAL = 50;

    /** Words of name, slug or plan. */
    @QueryParam("q")
    String words;

    @QueryParam("status")
    String status;

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
        if (isGiven(words)) {
            reject(words.indexOf('\0') >= 0, "q");
            sql.append(" and position(lower(?) in lower(concat_ws(' ', t.name, t.slug, t.plan))) > 0");
            parameters.add(words.strip());
        }
        if (isGiven(status)) {
            reject(
                    Arrays.stream(TenantStatus.values())
                            .noneMatch(known -> known.name().equals(status)),
                    "status");
            sql.append(" and t.status = ?");
            parameters.add(status);
        }
        if (isGiven(after)) {
            sql.append(
                    " and (lower(t.name), t.id) > (select lower(b.name), b.id from platform.tenant b where b.id = ?)");
            parameters.add(tenant());
        }
        int rows = rows();
        InvalidFields.requireNone(errors);
        return new Conditions(sql.toString(), parameters, rows);
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }

    private UUID tenant() {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            reject(true, "after");
            return null;
        }
    }

    private int rows() {
        if (!isGiven(limit)) {
            return USUAL;
        }
        boolean fits = limit.matches("[1-9][0-9]{0,2}") && Integer.parseInt(limit) <= MOST;
        reject(!fits, "limit");
        return fits ? Integer.parseInt(limit) : USUAL;
    }

    private void reject(boolean wrong, String name) {
        InvalidFields.reject(errors, wrong, name, "wrong-type");
    }
}
