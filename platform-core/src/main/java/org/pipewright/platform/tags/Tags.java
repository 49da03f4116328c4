package org.pipewright.platform.tags;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.Refusal;

/** The tags the caller sees: the shared ones and the caller's own (S-REC-03). */
@ApplicationScoped
public class Tags {

    private static final String SUBJECT = "core.tag";
    private static final String QUERY =
            "select id, version, name, colour, shared, owner_id = ? from core.tag where (shared or owner_id = ?)";

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    @Inject
    History history;

    /** All of them, by name. */
    public List<Tag> all() {
        return sql.list(
                QUERY + " order by lower(name), shared desc, id", Tags::tag, callers.memberId(), callers.memberId());
    }

    /** The tag of that id, if the caller sees it. */
    public Optional<Tag> withId(UUID id) {
        return one(id, "");
    }

    /** The tag of that id for a change; refuses when there is none, or when it is another's to change. */
    Tag changeable(UUID id) {
        Tag tag = one(id, " for update").orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        if (!tag.mine() && !callers.isAllowed(CoreModule.SETTINGS, Action.USE)) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, "tags");
        }
        return tag;
    }

    private Optional<Tag> one(UUID id, String lock) {
        return sql.first(QUERY + " and id = ?" + lock, Tags::tag, callers.memberId(), callers.memberId(), id);
    }

    private static Tag tag(ResultSet row) throws SQLException {
        return new Tag(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getString(3),
                Tag.Colour.valueOf(row.getString(4)),
                row.getBoolean(5),
                row.getBoolean(6));
    }

    Tag add(NewTag wanted) {
        Tag tag = new Tag(
                UuidCreator.getTimeOrderedEpoch(), 1, wanted.name().strip(), wanted.colour(), wanted.shared(), true);
        requireFree(tag);
        sql.update(
                "insert into core.tag (id, name, colour, shared, owner_id) values (?, ?, ?, ?, ?)",
                tag.id(),
                tag.name(),
                tag.colour().name(),
                tag.shared(),
                callers.memberId());
        tell(tag, "create", JsonArray.EMPTY_JSON_ARRAY);
        return tag;
    }

    Tag change(Tag before, Tag after) {
        requireFree(after);
        sql.update(
                "update core.tag set version = ?, name = ?, colour = ? where id = ?",
                after.version(),
                after.name(),
                after.colour().name(),
                after.id());
        tell(after, "edit", renamed(before.name(), after.name()));
        return after;
    }

    /** Two tags of one name that the same people see could not be told apart. */
    private void requireFree(Tag tag) {
        boolean taken = all().stream()
                .anyMatch(other -> !other.id().equals(tag.id())
                        && other.shared() == tag.shared()
                        && other.name().equalsIgnoreCase(tag.name()));
        if (taken) {
            throw new Refusal(
                    CoreErrorCode.DUPLICATE,
                    java.util.Map.of("name", tag.name()),
                    List.of(InvalidFields.error("name", "taken")));
        }
    }

    void delete(Tag tag) {
        sql.update("delete from core.tag where id = ?", tag.id());
        tell(tag, "delete", JsonArray.EMPTY_JSON_ARRAY);
    }

    /** Gives every record of one tag the other; views that ask for the one ask for the other from then on. */
    void merge(Tag tag, Tag into) {
        sql.update(
                "insert into core.tagged (tag_id, subject, record_id) select ?, subject, record_id from core.tagged"
                        + " where tag_id = ? on conflict do nothing",
                into.id(),
                tag.id());
        sql.update(
                "update core.saved_view set filter = replace(filter, ?, ?) where strpos(filter, ?) > 0",
                tag.id().toString(),
                into.id().toString(),
                tag.id().toString());
        sql.update("delete from core.tag where id = ?", tag.id());
        tell(into, "merge", renamed(tag.name(), into.name()));
    }

    /** What people keep for themselves is nobody's business. */
    private void tell(Tag tag, String action, JsonArray changes) {
        if (tag.shared()) {
            history.record(SUBJECT, tag.id(), tag.name(), action, changes);
        }
    }

    private static JsonArray renamed(String before, String after) {
        return before.equals(after)
                ? JsonArray.EMPTY_JSON_ARRAY
                : Json.createArrayBuilder()
                        .add(Json.createObjectBuilder()
                                .add("field", "name")
                                .add("old", before)
                                .add("new", after))
                        .build();
    }
}
