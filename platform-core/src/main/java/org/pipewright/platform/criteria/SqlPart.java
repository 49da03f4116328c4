package org.pipewright.platform.criteria;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /**
     * The same with its ids written out instead of bound, so that the planner sees how common they are: one plan for
     * all would take every member to own as many records as the average one.
     */
    public SqlPart inlined() {
        SqlPart part = new SqlPart();
        int at = 0;
        for (Object value : parameters) {
            int mark = text.indexOf("?", at);
            part.text.append(text, at, mark);
            literal(value).ifPresentOrElse(part.text::append, () -> part.add("?", value));
            at = mark + 1;
        }
        part.text.append(text, at, text.length());
        return part;
    }

    private static Optional<String> literal(Object value) {
        if (value instanceof UUID id) {
            return Optional.of("'" + id + "'::uuid");
        }
        return value instanceof Collection<?> ids && ids.stream().allMatch(UUID.class::isInstance)
                ? Optional.of(ids.stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(",", "'{", "}'::uuid[]")))
                : Optional.empty();
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
