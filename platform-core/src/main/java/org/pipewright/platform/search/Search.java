package org.pipewright.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.Query.Target;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.records.VisibleWords;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.search.Found.Group;
import org.pipewright.platform.search.Found.Item;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Level;

/**
 * Searches every type the caller may view, by the same condition as its list, best titles first; slips of the pen are
 * forgiven where little is found otherwise (S-SRCH-01).
 */
@ApplicationScoped
class Search {

    private static final int MOST = 5;
    private static final int ALIKE = 50;
    private static final int SUBTITLES = 2;

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    CallerBinding callers;

    Found find(String words) {
        Caller caller = callers.caller();
        return new Found(types.all().stream()
                .filter(type -> caller.has(type.feature()))
                .filter(type -> caller.level(type.name(), Action.VIEW) != Level.NONE)
                .sorted(Comparator.comparing(type -> type.declaration().order()))
                .map(type -> new Group(type.name(), items(type, words)))
                .filter(group -> !group.items().isEmpty())
                .toList());
    }

    /** What contains the words, and where that is not enough, what is written almost like them. */
    private List<Item> items(DeclaredType type, String words) {
        Query query = new Query(types, callers.caller(), type);
        List<Item> items = new ArrayList<>(items(query, reading.condition(query, "", words), ranking(query, words)));
        Query other = new Query(types, callers.caller(), type);
        if (items.size() < MOST && VisibleWords.areAll(other)) {
            Set<UUID> known = items.stream().map(Item::id).collect(Collectors.toSet());
            similar(other, words).stream()
                    .filter(item -> !known.contains(item.id()))
                    .limit(MOST - items.size())
                    .forEach(items::add);
        }
        return items;
    }

    private List<Item> similar(Query query, String words) {
        SqlPart alike = new SqlPart()
                .add(
                        "exists (select from platform.search_alike(?, ?, " + ALIKE + ") as alike(record_id, likeness)"
                                + " where alike.record_id = t.id)",
                        query.type().name(),
                        words);
        return items(
                query,
                reading.condition(query, "", "").add(" and ").add(alike),
                new SqlPart()
                        .add(
                                "public.word_similarity(platform.fold(?), platform.fold(" + title(query) + ")) desc",
                                words));
    }

    private List<Item> items(Query query, SqlPart condition, SqlPart ranking) {
        List<String> subtitles = subtitles(query);
        SqlPart statement = new SqlPart()
                .add("select t.id, " + title(query)
                        + subtitles.stream().map(part -> ", " + part).collect(Collectors.joining()))
                .add(query.from())
                .add(" where ")
                .add(condition)
                .add(" order by ")
                .add(ranking)
                .add(", " + title(query) + ", t.id limit " + MOST);
        return sql.list(statement.text(), row -> item(row, subtitles.size()), statement.parameters());
    }

    /** A title that is the words, begins with them, or has a word that does, comes before any other. */
    private static SqlPart ranking(Query query, String words) {
        String folded = "platform.fold(" + title(query) + ")";
        return new SqlPart()
                .add(folded + " = platform.fold(?) desc, ", words)
                .add("starts_with(" + folded + ", platform.fold(?)) desc, ", words)
                .add("strpos(' ' || " + folded + ", ' ' || platform.fold(?)) > 0 desc", words);
    }

    private static String title(Query query) {
        return query.shownTitle().map(title -> title + "::text").orElse("null::text");
    }

    /** Columns of the list that are words: the first of them say best which record it is. */
    private static List<String> subtitles(Query query) {
        return Stream.of(query.type().declaration().columns())
                .filter(name -> !name.equals(query.type().title().name()))
                .flatMap(name -> query.target(name).stream())
                .flatMap(target -> words(query, target))
                .limit(SUBTITLES)
                .toList();
    }

    private static Stream<String> words(Query query, Target target) {
        if (target.field().kind() == FieldKind.REFERENCE) {
            return Stream.of(query.shownTitleOf(target.alias(), target.field()) + "::text");
        }
        return target.field().kind().isText() ? Stream.of(target.comparable()) : Stream.of();
    }

    private static Item item(ResultSet row, int subtitles) throws SQLException {
        String[] parts = new String[subtitles];
        for (int i = 0; i < subtitles; i++) {
            parts[i] = row.getString(i + 3);
        }
        String subtitle = IntStream.range(0, subtitles)
                .mapToObj(i -> parts[i])
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return new Item(row.getObject(1, UUID.class), Objects.requireNonNullElse(row.getString(2), ""), subtitle);
    }
}
