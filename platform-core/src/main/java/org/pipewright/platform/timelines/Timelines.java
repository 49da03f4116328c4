package org.pipewright.platform.timelines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;

/** Puts what happened into one order, whatever sort it is of (S-REC-06). */
@ApplicationScoped
class Timelines {

    private static final String SEPARATOR = "~";

    @Inject
    @Any
    Instance<TimelineSource> sources;

    @Inject
    Stories stories;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    Sql sql;

    private record Found(Instant at, String kind, String key, String recordType, UUID record) {

        String cursor() {
            return String.join(SEPARATOR, at.toString(), kind, key);
        }
    }

    /** A page of the record's timeline; only the named sorts if there are any. */
    Timeline page(DeclaredType type, UUID record, String only, String after, int limit) {
        Map<DeclaredType, Set<UUID>> story = stories.of(type, record);
        List<Found> found = found(story, chosen(only), after, limit + 1);
        boolean more = found.size() > limit;
        List<Found> shown = more ? found.subList(0, limit) : found;
        return new Timeline(
                entries(shown, story, record), more ? shown.get(limit - 1).cursor() : null);
    }

    private List<TimelineSource> chosen(String only) {
        List<TimelineSource> all = sources.stream()
                .sorted(Comparator.comparing(TimelineSource::kind))
                .toList();
        if (only == null || only.isBlank()) {
            return all;
        }
        Set<String> wanted =
                Set.copyOf(List.of(only.split(",")).stream().distinct().toList());
        List<TimelineSource> chosen =
                all.stream().filter(source -> wanted.contains(source.kind())).toList();
        if (chosen.size() < wanted.size()) {
            throw InvalidFields.refusal("only", "not-a-choice");
        }
        return chosen;
    }

    private List<Found> found(Map<DeclaredType, Set<UUID>> story, List<TimelineSource> chosen, String after, int most) {
        SqlPart union = new SqlPart();
        chosen.forEach(source -> {
            SqlPart rows = source.rows(story);
            if (!rows.isEmpty()) {
                union.add(union.isEmpty() ? "" : " union all ")
                        .add("select x.*, '" + source.kind() + "' from (")
                        .add(rows)
                        .add(") as x (at, key, record_type, record_id)");
            }
        });
        if (union.isEmpty()) {
            return List.of();
        }
        SqlPart statement = new SqlPart()
                .add("select at, kind, key, record_type, record_id from (")
                .add(union)
                .add(") as e (at, key, record_type, record_id, kind)");
        if (after != null && !after.isEmpty()) {
            statement.add(" where (at, kind, key) < (?, ?, ?)", cursor(after));
        }
        statement.add(" order by at desc, kind desc, key desc limit " + most);
        return sql.list(statement.text(), Timelines::read, statement.parameters());
    }

    private static Object[] cursor(String after) {
        String[] parts = after.split(SEPARATOR, -1);
        try {
            if (parts.length == 3 && after.indexOf('\0') < 0) {
                return new Object[] {Instant.parse(parts[0]), parts[1], parts[2]};
            }
        } catch (DateTimeException e) {
            throw InvalidFields.refusal("after", "invalid");
        }
        throw InvalidFields.refusal("after", "invalid");
    }

    private static Found read(ResultSet row) throws SQLException {
        return new Found(
                row.getObject(1, OffsetDateTime.class).toInstant(),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class));
    }

    private List<Timeline.Entry> entries(List<Found> found, Map<DeclaredType, Set<UUID>> story, UUID record) {
        Map<String, Map<String, JsonObject>> contents = new HashMap<>();
        sources.forEach(source -> {
            List<String> keys = found.stream()
                    .filter(entry -> entry.kind().equals(source.kind()))
                    .map(Found::key)
                    .toList();
            contents.put(source.kind(), keys.isEmpty() ? Map.of() : source.contents(keys));
        });
        Map<UUID, Timeline.Whose> others = others(found, story, record);
        List<Timeline.Entry> entries = new ArrayList<>();
        found.forEach(entry -> Stream.ofNullable(contents.get(entry.kind()).get(entry.key()))
                .forEach(content -> entries.add(
                        new Timeline.Entry(entry.kind(), entry.at(), others.get(entry.record()), content))));
        return entries;
    }

    /** The other records of the story that the entries happened to, with their titles; parts are told by the entry. */
    private Map<UUID, Timeline.Whose> others(List<Found> found, Map<DeclaredType, Set<UUID>> story, UUID record) {
        Set<String> told = story.keySet().stream().map(DeclaredType::name).collect(Collectors.toSet());
        Map<String, Set<UUID>> byType = found.stream()
                .filter(entry -> told.contains(Objects.toString(entry.recordType(), ""))
                        && !Objects.equals(entry.record(), record))
                .collect(Collectors.groupingBy(
                        Found::recordType, Collectors.mapping(Found::record, Collectors.toSet())));
        Map<UUID, Timeline.Whose> others = new HashMap<>();
        byType.forEach((name, ids) -> reading.titles(types.named(name).orElseThrow(), ids)
                .forEach((id, title) -> others.put(id, new Timeline.Whose(name, id, title))));
        return others;
    }
}
