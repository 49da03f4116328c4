package org.pipewright.platform.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** How migrations are named, and what they must say so that the database keeps tenants apart. */
final class MigrationRules {

    private static final Pattern NAME = Pattern.compile("V(\\d{4})__[a-z0-9]+(_[a-z0-9]+)*\\.sql");
    private static final Pattern TABLE = Pattern.compile("create table ([\\w.]+) \\((.*?)\\n\\);", Pattern.DOTALL);
    private static final Pattern KEY =
            Pattern.compile("(?:primary key|unique|foreign key)\\s*\\(([^)]*)\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INDEX =
            Pattern.compile("create (?:unique )?index \\w+\\s+on ([\\w.]+) (?:using gin )?\\((\\w+)");
    private static final Pattern BASE = Pattern.compile("like platform\\.(record|owned_record|catalogue_entry)\\b");
    private static final Map<String, String> PROTECTION = Map.of(
            "record", "platform.record_table",
            "owned_record", "platform.record_table",
            "catalogue_entry", "platform.catalogue_table");
    private static final Pattern SINGLE = Pattern.compile("^\\s*\\w+ [^,]*\\b(?:primary key|unique|references)\\b");

    private MigrationRules() {}

    static List<String> namingProblems(List<String> names) {
        return IntStream.range(0, names.size())
                .filter(i -> !fits(names.get(i), i + 1))
                .mapToObj(i -> names.get(i) + " is not V" + String.format(Locale.ROOT, "%04d", i + 1) + "__words.sql")
                .toList();
    }

    private static boolean fits(String name, int number) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches() && Integer.parseInt(matcher.group(1)) == number;
    }

    /** Tables of the schema {@code platform} are the core's global ones and belong to no tenant. */
    static List<String> tenancyProblems(String sql) {
        List<String> problems = new ArrayList<>();
        Matcher tables = TABLE.matcher(sql);
        while (tables.find()) {
            if (!tables.group(1).startsWith("platform.")) {
                check(tables.group(1), tables.group(2), sql, problems);
            }
        }
        Matcher indexes = INDEX.matcher(sql);
        while (indexes.find()) {
            boolean global = indexes.group(1).startsWith("platform.");
            require(global || indexes.group(2).equals("tenant_id"), indexes.group(), "begins without tenant", problems);
        }
        return problems;
    }

    private static void check(String table, String columns, String sql, List<String> problems) {
        Matcher base = BASE.matcher(columns);
        boolean hasBase = base.find();
        String protection = hasBase ? PROTECTION.get(base.group(1)) : "platform.tenant_table";
        require(hasBase || columns.contains("tenant_id uuid not null"), table, "has no tenant", problems);
        require(
                sql.contains("select " + protection + "('" + table + "');"),
                table,
                "is not protected by " + protection,
                problems);
        Matcher keys = KEY.matcher(columns);
        while (keys.find()) {
            require(
                    keys.group(1).startsWith("tenant_id"),
                    table,
                    "has a key without tenant: " + keys.group(),
                    problems);
        }
        columns.lines()
                .filter(line ->
                        SINGLE.matcher(line).find() && !KEY.matcher(line).find())
                .forEach(line -> problems.add(table + " has a key without tenant:" + line));
    }

    private static void require(boolean holds, String table, String problem, List<String> problems) {
        if (!holds) {
            problems.add(table + " " + problem);
        }
    }
}
