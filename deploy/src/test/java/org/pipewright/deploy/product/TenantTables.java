package org.pipewright.deploy.product;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The rows of one tenant in every table that has a tenant, straight from the database. */
public final class TenantTables {

    private static final String TABLES = "select c.oid::regclass::text from pg_class c"
            + " join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid"
            + " where c.relkind in ('r', 'p') and a.attname = 'tenant_id' and not a.attisdropped"
            + " and n.nspname not in ('pg_catalog', 'information_schema')"
            // What is counted of every call changes with refused ones too, and later.
            + " and c.oid not in ('platform.usage'::regclass, 'platform.usage_member'::regclass) order by 1";

    private final String tenant;
    private final List<String> tables;
    private final Connection connection;
    /** Composed and planned once: it is asked before and after everything that is proven to leave rows alone. */
    private final PreparedStatement marking;

    private final PreparedStatement moment;
    private String read = "";
    private Map<String, String> marks = Map.of();

    public TenantTables(String tenantId) {
        tenant = tenantId;
        connection = Console.unlimited().connected();
        // A worker takes longer to start than to read a table.
        done("set max_parallel_workers_per_gather = 0");
        tables = list(prepared(TABLES));
        moment = prepared("select pg_current_snapshot()::text");
        marking = prepared(ofEach(table -> "select '" + table + "|' || count(*) || ' rows '"
                + " || coalesce(sum(xmin::text::bigint), 0) from " + table
                + " where tenant_id = '" + tenant + "'"));
    }

    /**
     * One mark for each table over all rows of the tenant. PostgreSQL writes a row anew whenever it is changed, by a
     * transaction with a higher number: as long as there are as many rows, every change makes the sum of their numbers
     * larger. Also a change that was taken back is seen, and no value has to be read. Where no transaction has been given
     * a number since the rows were last read, nothing can have been written, and they are not read again.
     */
    public Map<String, String> marks() {
        String now = list(moment).get(0);
        if (!now.equals(read) || !isQuiet(now)) {
            marks = list(marking).stream()
                    .map(row -> row.split("\\|", 2))
                    .collect(Collectors.toMap(row -> row[0], row -> row[1], (one, other) -> other, TreeMap::new));
            read = now;
        }
        return new TreeMap<>(marks);
    }

    /** What the deed gives if nobody wrote anything while it was done, and nothing if anybody did. */
    public <T> Optional<T> whileQuiet(Supplier<T> deed) {
        String before = list(moment).get(0);
        T done = deed.get();
        return before.equals(list(moment).get(0)) && isQuiet(before) ? Optional.of(done) : Optional.empty();
    }

    /** Whether no transaction that writes was under way: the lowest and the next number are the same. */
    private static boolean isQuiet(String snapshot) {
        String[] numbers = snapshot.split(":");
        return numbers[0].equals(numbers[1]);
    }

    /** The marks without those of the named tables. */
    public Map<String, String> marksWithout(String... others) {
        Map<String, String> marks = marks();
        marks.keySet().removeAll(Set.of(others));
        return marks;
    }

    /** Ids of all rows that have one. */
    public Set<String> ids() {
        return new TreeSet<>(list(prepared(ofEach(table -> "select to_jsonb(t)->>'id' from " + table
                + " t where tenant_id = '" + tenant + "' and to_jsonb(t)->>'id' like '%-%-%'"))));
    }

    private String ofEach(UnaryOperator<String> query) {
        return tables.stream().map(query).collect(Collectors.joining(" union all "));
    }

    private void done(String sql) {
        try (PreparedStatement statement = prepared(sql)) {
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private PreparedStatement prepared(String sql) {
        try {
            return connection.prepareStatement(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<String> list(PreparedStatement query) {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
