package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Criteria;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.RowAccess;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.currencies.Amounts;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.CrmRecord;

/** Reads records: lists, single ones, counts and sums, always within the caller's rights. */
@ApplicationScoped
public class RecordReading {

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    CallerBinding callers;

    /** A page of a list as JSON text. */
    public String list(DeclaredType type, ListRequest request, boolean counted) {
        return list(type, request, counted, Action.VIEW, List.of());
    }

    /** The same with the records that the named references point to. */
    String list(DeclaredType type, ListRequest request, boolean counted, List<String> include) {
        return list(type, request, counted, Action.VIEW, include);
    }

    /** A page of those records of a list on which the caller may also do an action. */
    public String list(DeclaredType type, ListRequest request, boolean counted, String action) {
        return list(type, request, counted, action, List.of());
    }

    private String list(DeclaredType type, ListRequest request, boolean counted, String action, List<String> include) {
        requireView(type);
        Query query = new Query(types, callers.caller(), type);
        Query shown = new Query(types, callers.caller(), type);
        Inclusion inclusion = Inclusion.of(shown, include);
        Selection selection = Selection.of(shown, inclusion.fields(request.fields()));
        List<SortKey> keys = SortKey.parse(query, request.sort());
        SqlPart condition = condition(query, request.filter(), request.words());
        if (!action.equals(Action.VIEW)) {
            condition.add(" and ").add(RowAccess.condition(callers.caller(), type, action, Query.MAIN));
        }
        Page page = new Page(selection, keys, request.limit());
        SqlPart statement = page.statement(query, condition, shown, request.after());
        Optional<Long> total = counted ? Optional.of(count(query, condition)) : Optional.empty();
        return page.write(sql, statement, total, inclusion, this);
    }

    /** Writes those of the records by their ids that the caller may view, as a list shows them. */
    void writeEach(String recordType, Set<UUID> ids, JsonGenerator json) {
        DeclaredType type = types.named(recordType).orElseThrow();
        if (ids.isEmpty() || !isViewable(type)) {
            return;
        }
        Query query = new Query(types, callers.caller(), type);
        Selection selection = Selection.of(query, Set.of());
        SqlPart statement = new SqlPart()
                .add("select ")
                .add(selection.columns())
                .add(query.from())
                .add(" where t.id = any(?) and ", ids)
                .add(condition(query, "", ""))
                .add(" order by t.id");
        sql.list(
                statement.text(),
                row -> {
                    json.writeStartObject(row.getString(1));
                    selection.write(row, json);
                    json.writeEnd();
                    return row;
                },
                statement.parameters());
    }

    /** The condition for records of a query: not in the bin, viewable, found by the words, matching the filter. */
    public SqlPart condition(Query query, String filter, String words) {
        return condition(query, filter, words, Action.VIEW);
    }

    /** The same for records on which the caller may do an action. */
    public SqlPart condition(Query query, String filter, String words, String action) {
        SqlPart part = new SqlPart().add("t.deleted_at is null and ");
        part.add(RowAccess.condition(query.caller(), query.type(), action, Query.MAIN)
                .inlined());
        List<String> wanted = words(words);
        if (!wanted.isEmpty()) {
            part.add(VisibleWords.found(query, words, wanted));
        }
        if (filter != null && !filter.isBlank()) {
            part.add(" and ").add(matching(query, filter));
        }
        return part;
    }

    /** The condition of criteria alone. */
    static SqlPart matching(Query query, String filter) {
        return matching(query, filter, clock(query.caller()));
    }

    /** The same by another clock. */
    static SqlPart matching(Query query, String filter, Criteria.Clock clock) {
        return Criteria.condition(query, filter == null ? "" : filter, clock);
    }

    static Criteria.Clock clock(Caller caller) {
        ZoneId zone = caller.tenant().timeZone();
        return new Criteria.Clock(LocalDate.now(zone), zone);
    }

    private static List<String> words(String words) {
        return words == null || words.isBlank()
                ? List.of()
                : Arrays.stream(words.strip().replace("\0", "").split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .limit(8)
                        .toList();
    }

    private long count(Query query, SqlPart condition) {
        SqlPart statement = new SqlPart()
                .add("select count(*)")
                .add(query.from())
                .add(" where ")
                .add(condition);
        return sql.list(statement.text(), row -> row.getLong(1), statement.parameters())
                .get(0);
    }

    /** How many records match. */
    public long count(DeclaredType type, String filter, String words) {
        requireView(type);
        Query query = new Query(types, callers.caller(), type);
        return count(query, condition(query, filter, words));
    }

    /**
     * One record as JSON text with its version and the names of what may be done to it; refuses when there is none the
     * caller may view.
     */
    public View view(DeclaredType type, UUID id, Function<CrmRecord, Offer> offer) {
        return view(type, id, offer, List.of());
    }

    /** The same with the records that the named references point to. */
    View view(DeclaredType type, UUID id, Function<CrmRecord, Offer> offer, List<String> include) {
        requireView(type);
        Query query = new Query(types, callers.caller(), type);
        Inclusion inclusion = Inclusion.of(query, include);
        SqlPart condition = RowAccess.condition(query.caller(), type, Action.VIEW, Query.MAIN);
        return view(query, id, offer, condition, inclusion);
    }

    /** The same of a record the caller has just made, even if a rule gave it to somebody whose records are not seen. */
    View made(DeclaredType type, UUID id, Function<CrmRecord, Offer> offer) {
        return allows(type, id, Action.VIEW)
                ? view(type, id, offer)
                : view(
                        new Query(types, callers.caller(), type),
                        id,
                        record -> Offer.NONE,
                        new SqlPart().add("true"),
                        Inclusion.NONE);
    }

    private View view(Query query, UUID id, Function<CrmRecord, Offer> offer, SqlPart condition, Inclusion inclusion) {
        DeclaredType type = query.type();
        Selection selection = Selection.whole(query);
        SqlPart statement = new SqlPart()
                .add("select ")
                .add(selection.columns())
                .add(", " + String.join(", ", RecordRow.columns(type)))
                .add(query.from())
                .add(" where t.deleted_at is null and t.id = ? and ", id)
                .add(condition);
        return sql
                .list(statement.text(), row -> view(type, selection, row, offer, inclusion), statement.parameters())
                .stream()
                .findFirst()
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    /**
     * A record as it is shown.
     *
     * @param members JSON object as text
     * @param version for If-Match
     */
    public record View(String members, int version) {}

    /**
     * What the caller may do with a record now.
     *
     * @param actions names of actions and verbs
     * @param parts paths of its parts, each with "edit" or "view"
     */
    public record Offer(List<String> actions, Map<String, String> parts) {

        /** Nothing at all. */
        static final Offer NONE = new Offer(List.of(), Map.of());
    }

    private View view(
            DeclaredType type,
            Selection selection,
            ResultSet row,
            Function<CrmRecord, Offer> offering,
            Inclusion inclusion)
            throws SQLException {
        CrmRecord record = RecordRow.read(type, row, selection.width() + 1);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FieldValues.JSON.createGenerator(text)) {
            json.writeStartObject();
            selection.write(row, json);
            Offer offer = offering.apply(record);
            json.writeStartArray("actions");
            offer.actions().forEach(json::write);
            json.writeEnd();
            if (!offer.parts().isEmpty()) {
                json.writeStartObject("parts");
                offer.parts().forEach(json::write);
                json.writeEnd();
            }
            inclusion.note(selection, row);
            inclusion.write(json, this);
            json.writeEnd();
        }
        return new View(text.toString(), record.version());
    }

    /** Version of a record. */
    int version(DeclaredType type, UUID id) {
        return sql.first("select version from " + type.table() + " where id = ?", row -> row.getInt(1), id)
                .orElseThrow();
    }

    /** Whether there is a record of that id on which the caller may do the action. */
    public boolean allows(DeclaredType type, UUID id, String action) {
        SqlPart condition = RowAccess.condition(callers.caller(), type, action, Query.MAIN);
        SqlPart statement = new SqlPart()
                .add("select 1 from " + type.table() + " t where t.deleted_at is null and t.id = ? and ", id)
                .add(condition);
        return !sql.list(statement.text(), row -> true, statement.parameters()).isEmpty();
    }

    /** Refuses unless there is a record of that id the caller may view: one that is hidden is not there. */
    public void requireVisible(DeclaredType type, UUID id) {
        if (!allows(type, id, Action.VIEW)) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
    }

    /** Whether the type is there for the caller, who may view at least some of its records. */
    public boolean isViewable(DeclaredType type) {
        return callers.caller().has(type.feature()) && callers.caller().level(type.name(), Action.VIEW) != Level.NONE;
    }

    /** Ids of at most so many records that match and on which the caller may do the action. */
    public List<UUID> ids(DeclaredType type, String filter, String words, String action, int most) {
        requireView(type);
        Query query = new Query(types, callers.caller(), type);
        SqlPart condition = condition(query, filter, words, action);
        SqlPart statement = new SqlPart()
                .add("select t.id")
                .add(query.from())
                .add(" where ")
                .add(condition)
                .add(" order by t.id limit " + most);
        return sql.list(statement.text(), row -> row.getObject(1, UUID.class), statement.parameters());
    }

    /** Those of the ids that are records on which the caller may do the action. */
    public Set<UUID> allowed(DeclaredType type, Collection<UUID> ids, String action) {
        SqlPart statement = new SqlPart()
                .add("select t.id from " + type.table() + " t where t.deleted_at is null and t.id = any(?) and ", ids)
                .add(RowAccess.condition(callers.caller(), type, action, Query.MAIN));
        return ids.isEmpty()
                ? Set.of()
                : Set.copyOf(sql.list(statement.text(), row -> row.getObject(1, UUID.class), statement.parameters()));
    }

    /** What those of the ids are called that are records the caller may view; a hidden title is empty. */
    public Map<UUID, String> titles(DeclaredType type, Collection<UUID> ids) {
        Query query = new Query(types, callers.caller(), type);
        String title = query.shownTitle().orElse("''");
        SqlPart statement = new SqlPart()
                .add("select t.id, " + title)
                .add(query.from())
                .add(" where t.id = any(?) and ", ids)
                .add(condition(query, "", ""));
        Map<UUID, String> titles = new HashMap<>();
        sql.list(
                statement.text(),
                row -> titles.put(row.getObject(1, UUID.class), Objects.toString(row.getString(2), "")),
                statement.parameters());
        return titles;
    }

    /** What a record is called if the caller may view it, else empty. */
    public String title(DeclaredType type, UUID id) {
        return titles(type, Set.of(id)).getOrDefault(id, "");
    }

    /** Place of the last part of the type that a host has. */
    int partsOf(DeclaredType part, UUID host) {
        return sql.first(
                        "select coalesce(max(position), 0) from " + part.table() + " where "
                                + part.hostField().column() + " = ? and deleted_at is null",
                        row -> row.getInt(1),
                        host)
                .orElse(0);
    }

    /** Main team of a member, if it has one. */
    Optional<UUID> teamOf(UUID member) {
        return sql.first(
                "select team_id from core.member where id = ? and team_id is not null",
                row -> row.getObject(1, UUID.class),
                member);
    }

    /** Refuses unless the type is there for the caller and may be viewed at all. */
    public void requireView(DeclaredType type) {
        callers.requireFeature(type.feature());
        if (callers.caller().level(type.name(), Action.VIEW) == Level.NONE) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, type.name());
        }
    }

    /**
     * What is reckoned.
     *
     * @param by field of the groups
     * @param sum amount to be summed up, or empty
     * @param weight percentage by which the amount is weighted, or empty
     */
    public record Figures(String by, String sum, String weight) {}

    /** Groups of records by the value of a field, with their count and sum. */
    public Groups groups(DeclaredType type, Figures figures, String filter, String words) {
        requireView(type);
        return new Grouping(types, callers.caller(), type, figures).read(sql, q -> condition(q, filter, words));
    }

    /**
     * Counts and sums by group.
     *
     * @param groups one for each value
     * @param total of all
     */
    public record Groups(List<Group> groups, Group total) {}

    /**
     * One group.
     *
     * @param key value, or null
     * @param label title of a reference, else the value
     * @param count of records
     * @param sum in the tenant's currency, or null when none was asked for
     * @param withoutAmount records that had no amount to add, told apart from zero (S-PIPE-06)
     * @param weighted sum of the weighted amounts, rounded once (S-PIPE-05), or null when none was asked for
     * @param withoutRate records whose amount is in none of the sums, for want of a rate of its currency (S-CUR-06)
     */
    public record Group(
            String key, String label, long count, Sum sum, long withoutAmount, Sum weighted, long withoutRate) {}

    /** A sum with its currency. */
    public record Sum(String amount, String currency) {}

    static Sum sum(BigDecimal amount, String currency) {
        return new Sum(Amounts.text(amount == null ? BigDecimal.ZERO : amount, currency), currency);
    }
}
