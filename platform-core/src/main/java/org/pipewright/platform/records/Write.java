package org.pipewright.platform.records;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pipewright.platform.records.Candidates.Candidate;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Origin;
import org.pipewright.platform.spi.records.Violations;

/** One write to one record: what it was before, what is wrong with it, how it came. */
final class Write {

    private final DeclaredType type;
    private final CrmRecord record;
    private final boolean created;
    private final Origin origin;
    private final boolean historical;
    private final Findings findings;
    private final Map<String, Object> before = new LinkedHashMap<>();
    private final Violations violations = new Violations();
    private final Set<String> given = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private List<Candidate> despite = List.of();
    private boolean trusted;
    private boolean composed;

    Write(DeclaredType type, CrmRecord record, boolean created, Origin origin, boolean historical) {
        this(type, record, created, origin, historical, new Findings());
    }

    Write(DeclaredType type, CrmRecord record, boolean created, Origin origin, boolean historical, Findings findings) {
        this.findings = findings;
        this.type = type;
        this.record = record;
        this.created = created;
        this.origin = origin;
        this.historical = historical;
        type.fields().forEach(field -> before.put(field.name(), created ? null : field.valueIn(record)));
        if (created) {
            type.own().forEach(this::preset);
        }
    }

    private void preset(DeclaredField field) {
        Object value = field.own().orElseThrow().preset();
        if (value != null && field.valueIn(record) == null) {
            field.setIn(record, value);
        }
    }

    /** Lets code give the record to anybody: whoever caused the write was already allowed to. */
    Write trusted() {
        trusted = true;
        return this;
    }

    boolean isTrusted() {
        return trusted;
    }

    /** Marks it as made of members that module code has put together. */
    Write composed() {
        composed = true;
        return this;
    }

    /** Whether no person could fill in what the tenant asks for beyond the declared fields. */
    boolean isByCode() {
        return trusted || composed;
    }

    /** Notes that a person or program said what stands in the field. */
    void given(DeclaredField field) {
        given.add(field.name());
    }

    boolean isGiven(DeclaredField field) {
        return given.contains(field.name());
    }

    /** Notes that it is the tenant who misses a value of a field of the product. */
    void asked(DeclaredField field) {
        asked.add(field.name());
    }

    boolean isAsked(DeclaredField field) {
        return asked.contains(field.name());
    }

    DeclaredType type() {
        return type;
    }

    CrmRecord record() {
        return record;
    }

    boolean created() {
        return created;
    }

    boolean historical() {
        return historical;
    }

    Findings findings() {
        return findings;
    }

    Violations violations() {
        return violations;
    }

    /** Keeps which records it may be the same as, although that is blocked. */
    void despite(List<Candidate> candidates) {
        despite = candidates;
    }

    List<Candidate> despite() {
        return despite;
    }

    void reject(String field, String code) {
        violations.reject(field, code, "core.violation." + code);
    }

    /** Names of the fields whose value now differs. */
    Set<String> changed() {
        Set<String> names = new HashSet<>();
        type.fields().stream().filter(this::differs).forEach(field -> names.add(field.name()));
        return names;
    }

    /** The changed fields that are told to people: not those the core sets at each write. */
    List<DeclaredField> told() {
        return type.fields().stream()
                .filter(field -> !field.system() || field.name().equals("missing"))
                .filter(this::differs)
                .toList();
    }

    private boolean differs(DeclaredField field) {
        return !FieldValues.same(before.get(field.name()), field.valueIn(record));
    }

    /** Puts the former values back, so that equal ones written otherwise ({@code 1.0}, {@code 1.00}) change nothing. */
    void takeBack() {
        type.fields().forEach(field -> field.setIn(record, before.get(field.name())));
    }

    Object before(DeclaredField field) {
        return before.get(field.name());
    }

    Change change() {
        return new Change(created, changed(), java.util.Collections.unmodifiableMap(before), origin, historical);
    }
}
