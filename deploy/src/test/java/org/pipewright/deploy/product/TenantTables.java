package org.pipewright.deploy.product;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

    private final Console console = Console.unlimited();
    private final String tenant;

    public TenantTables(String tenantId) {
        this.tenant = tenantId;
    }

    /**
     * One mark for each table over all rows of the tenant. PostgreSQL writes a row anew whenever it is changed, with
     * another transaction or in another place, so these two tell a row's versions apart: also a change that was taken
     * back is seen, and no value has to be read.
     */
    public Map<String, String> marks() {
        Map<String, String> marks = new TreeMap<>();
        ofEach(table -> "select '" + table + "', count(*) || ' rows '"
                        + " || coalesce(sum(hashtextextended(tableoid || ':' || ctid || ':' || xmin, 0)), 0) from "
                        + table + " where tenant_id = '" + tenant + "'")
                .stream()
                .map(row -> row.split("\\|", 2))
                .forEach(row -> marks.put(row[0], row[1]));
        return marks;
    }

    /** The marks without those of the named tables. */
    public Map<String, String> marksWithout(String... tables) {
        Map<String, String> marks = marks();
        marks.keySet().removeAll(Set.of(tables));
        return marks;
    }

    /** Ids of all rows that have one. */
    public Set<String> ids() {
        return new TreeSet<>(ofEach(table -> "select to_jsonb(t)->>'id' from " + table + " t where tenant_id = '"
                + tenant + "' and to_jsonb(t)->>'id' like '%-%-%'"));
    }

    /** What a query of each table finds, all in one statement. */
    private List<String> ofEach(UnaryOperator<String> query) {
        List<String> tables = console.query(TABLES);
        return console.query(tables.stream().map(query).collect(Collectors.joining(" union all ")));
    }
}
