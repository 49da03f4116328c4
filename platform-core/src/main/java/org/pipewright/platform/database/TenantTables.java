package org.pipewright.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every table with rows of tenants, read from the catalog: also those of modules that are not there. Names are qualified
 * and quoted as SQL needs them.
 */
@ApplicationScoped
public class TenantTables {

    private static final String TABLES = "select c.oid::regclass::text from pg_class c"
            + " join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid"
            + " where c.relkind in ('r', 'p') and not c.relispartition"
            + " and a.attname = 'tenant_id' and not a.attisdropped"
            + " and n.nspname not in ('pg_catalog', 'information_schema') order by 1";
    private static final String REFERENCES = "select confrelid::regclass::text, conrelid::regclass::text"
            + " from pg_constraint where contype = 'f' and not condeferrable and conrelid <> confrelid";

    @Inject
    Sql sql;

    /** All of them, in alphabetical order. */
    public List<String> all() {
        return sql.list(TABLES, row -> row.getString(1));
    }

    /** All of them, each after those that refer to it: rows can be removed in this order. */
    public List<String> childrenFirst() {
        Map<String, Set<String>> children = new TreeMap<>();
        sql.list(
                REFERENCES,
                row -> children.computeIfAbsent(row.getString(1), parent -> new TreeSet<>())
                        .add(row.getString(2)));
        return ordered(all(), children);
    }

    static List<String> ordered(List<String> tables, Map<String, Set<String>> children) {
        Set<String> ordered = new LinkedHashSet<>();
        Set<String> seen = new TreeSet<>();
        tables.forEach(table -> add(table, children, seen, ordered));
        ordered.retainAll(tables);
        return List.copyOf(ordered);
    }

    private static void add(String table, Map<String, Set<String>> children, Set<String> seen, Set<String> ordered) {
        if (seen.add(table)) {
            children.getOrDefault(table, Set.of()).forEach(child -> add(child, children, seen, ordered));
            ordered.add(table);
        }
    }
}
