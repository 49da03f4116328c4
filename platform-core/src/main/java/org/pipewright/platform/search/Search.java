package org.pipewright.platform.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.search.Found.Group;
import org.pipewright.platform.search.Found.Item;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Level;

/**
 * Searches every type the caller may view, by the same condition as its list; records whose title begins with the words
 * come first (S-SRCH-01).
 */
@ApplicationScoped
class Search {

    private static final int MOST = 5;
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

    private List<Item> items(DeclaredType type, String words) {
        Query query = new Query(types, callers.caller(), type);
        SqlPart condition = reading.condition(query, "", words);
        String title = query.target(type.title().name()).map(Target::comparable).orElse("null::text");
        List<String> subtitles = subtitles(query);
        SqlPart statement = new SqlPart()
                .add("select t.id, " + title
                        + subtitles.stream().map(part -> ", " + part).collect(Collectors.joining()))
                .add(query.from())
                .add(" where ")
                .add(condition)
                .add(
                        " order by starts_with(platform.fold(" + title + "), platform.fold(?)) desc, " + title
                                + ", t.id limit " + MOST,
                        words);
        return sql.list(statement.text(), row -> item(row, subtitles.size()), statement.parameters());
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
            return Stream.of(query.titleOf(target.alias(), target.field()).comparable());
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
        return new Item(
                row.getObject(1, java.util.UUID.class), Objects.requireNonNullElse(row.getString(2), ""), subtitle);
    }
}
