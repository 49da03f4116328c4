package org.pipewright.platform.criteria;

import java.util.ArrayList;
import java.util.List;

/** A piece of SQL with its parameters. */
public final class SqlPart {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    /** Adds text with the parameters of its question marks. */
    public SqlPart add(String sql, Object... values) {
        text.append(sql);
        parameters.addAll(List.of(values));
        return this;
    }

    /** Adds another piece. */
    public SqlPart add(SqlPart other) {
        text.append(other.text);
        parameters.addAll(other.parameters);
        return this;
    }

    public String text() {
        return text.toString();
    }

    public List<Object> parameters() {
        return parameters;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }
}
