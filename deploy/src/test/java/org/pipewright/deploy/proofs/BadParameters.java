package org.pipewright.deploy.proofs;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What nobody should send, by the name of the parameter. */
final class BadParameters {

    private static final Map<String, List<String>> WRONG = Map.ofEntries(
            Map.entry(
                    "filter",
                    List.of(
                            "noSuchField==1",
                            "name==",
                            "name",
                            "((name==a)",
                            "name=nope=a",
                            "createdAt=gt=yesteryear",
                            "createdAt=gt=2026-02-30",
                            "id==not-an-id",
                            "name==a;",
                            "'; drop table core.account; --",
                            "noSuch.field==1",
                            "(".repeat(1500))),
            Map.entry("sort", List.of("noSuchField", "-", ",", "name;drop", "--name")),
            Map.entry("limit", List.of("0", "-1", "many", "201", "99999999999999999999", "1e3", "1.5")),
            Map.entry("after", List.of("garbage", "' or 1=1 --")),
            Map.entry("fields", List.of("noSuchField", "name,noSuchField")),
            Map.entry("include", List.of("noSuchField", "name", "id,")),
            Map.entry("by", List.of("", "noSuchField", "' or 1=1 --")),
            Map.entry("sum", List.of("noSuchField", "name")),
            Map.entry("from", List.of("yesterday")),
            Map.entry("to", List.of("2026-02-30T00:00:00Z")),
            Map.entry("record", List.of("not-an-id")),
            Map.entry("member", List.of("not-an-id")),
            Map.entry("recordType", List.of()),
            Map.entry("format", List.of("exe")),
            Map.entry("header", List.of("none")),
            Map.entry("bom", List.of("maybe")),
            Map.entry("parents", List.of("perhaps")));

    /** So many values, the first of each list, are tried everywhere. */
    private static final int ALWAYS = 1;

    /** Of so many record types one is tried with each of the others. */
    private static final int SHARES = 8;

    private BadParameters() {}

    /** Values that are wrong for it. */
    static List<String> of(String parameter) {
        return WRONG.getOrDefault(parameter, List.of());
    }

    /**
     * Those of the values that are tried on an operation: all, but where the same code serves every record type the
     * first ones and a part of the others that differs from type to type, so that each is tried on many types.
     */
    static <T> List<T> shared(Operation operation, List<T> values) {
        if (!operation.isGeneric()) {
            return values;
        }
        int turn = Math.floorMod(operation.recordType().hashCode(), SHARES);
        return IntStream.range(0, values.size())
                .filter(place -> place < ALWAYS || place % SHARES == turn)
                .mapToObj(values::get)
                .toList();
    }

    /** Values that may mean something or not, but must not break anything. */
    static List<String> strange() {
        return Stream.concat(
                        strangeTexts().stream(),
                        Stream.of("", " ", "\u0000", "\uFFFF", "%", "*", "\\", "😀".repeat(500), "x".repeat(5000)))
                .toList();
    }

    /** Texts that are dangerous to the careless, but are texts. */
    static List<String> strangeTexts() {
        return List.of(
                "Robert'); drop table core.account; --",
                "<script>alert('x')</script> & \"quotes\"",
                "${jndi:ldap://example.org/a} {{7*7}} %s %n",
                "日本語 — Ünïcödé 😀");
    }

    /** What stands in a path where an id is expected. */
    static List<String> segments() {
        return List.of(
                "'; drop table core.account; --",
                "<script>",
                "not-an-id",
                "0",
                "-1",
                "00000000-0000-4000-8000-000000000000",
                "x".repeat(3000));
    }
}
