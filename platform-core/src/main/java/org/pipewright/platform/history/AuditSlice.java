package org.pipewright.platform.history;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;

/** Which lines of the audit trail are asked for, page by page. */
public class AuditSlice {

    private static final int USUAL = 50;

    @BeanParam
    AuditFilter filter;

    @QueryParam("limit")
    String limit;

    @QueryParam("after")
    String after;

    AuditFilter.Conditions conditions() {
        return filter.conditions(after, rows());
    }

    private int rows() {
        if (limit == null || limit.isEmpty()) {
            return USUAL;
        }
        boolean fits = limit.matches("[1-9][0-9]{0,2}") && Integer.parseInt(limit) <= AuditFilter.MOST;
        if (!fits) {
            filter.reject("limit");
        }
        return fits ? Integer.parseInt(limit) : USUAL;
    }
}
