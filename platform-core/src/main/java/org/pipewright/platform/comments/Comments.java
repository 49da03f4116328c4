package org.pipewright.platform.comments;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.comments.Comment.Author;
import org.pipewright.platform.comments.Comment.Former;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.history.History;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.shortlists.Followers;

/** The comments of records. Rights are asked by whoever calls. */
@ApplicationScoped
class Comments {

    private static final int MOST = 200;
    private static final String QUERY = "select c.id, c.text, c.author_id, m.name, c.created_at, c.edited_at, c.pinned"
            + " from core.comment c left join core.member m on m.tenant_id = c.tenant_id and m.id = c.author_id"
            + " where c.deleted_at is null and ";

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    @Inject
    Followers followers;

    @Inject
    History history;

    @Inject
    RecordReading reading;

    List<Comment> of(DeclaredType type, UUID record) {
        return sql.list(
                QUERY + "c.record_type = ? and c.record_id = ? order by c.pinned desc, c.id desc limit " + MOST,
                this::comment,
                type.name(),
                record);
    }

    Optional<Comment> withId(DeclaredType type, UUID record, UUID id) {
        return sql.first(
                QUERY + "c.record_type = ? and c.record_id = ? and c.id = ? for update of c",
                this::comment,
                type.name(),
                record,
                id);
    }

    List<Comment> withIds(Collection<UUID> ids) {
        return sql.list(QUERY + "c.id = any(?)", this::comment, ids);
    }

    private Comment comment(ResultSet row) throws SQLException {
        UUID author = row.getObject(3, UUID.class);
        return new Comment(
                row.getObject(1, UUID.class),
                row.getString(2),
                author == null ? null : new Author(author, row.getString(4)),
                instant(row, 5),
                instant(row, 6),
                row.getBoolean(7),
                author != null && author.equals(callers.memberId()));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    UUID write(DeclaredType type, UUID record, String text) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        sql.update(
                "insert into core.comment (id, record_type, record_id, author_id, text) values (?, ?, ?, ?, ?)",
                id,
                type.name(),
                record,
                callers.memberId(),
                text.strip());
        followers.tell("commented", record);
        note(type, record, "write-comment");
        return id;
    }

    /** Its words stay with the comment alone, where they can be erased; the history tells that there was one. */
    private void note(DeclaredType type, UUID record, String action) {
        history.beside(type.name(), record, reading.title(type, record), action, JsonValue.EMPTY_JSON_ARRAY);
    }

    /** Keeps what it said before. */
    void edit(DeclaredType type, UUID record, UUID id, String text) {
        sql.update(
                "insert into core.comment_former (comment_id, text) select id, text from core.comment where id = ?",
                id);
        sql.update("update core.comment set text = ?, edited_at = now() where id = ?", text.strip(), id);
        note(type, record, "edit-comment");
    }

    void pin(UUID id, boolean pinned) {
        sql.update("update core.comment set pinned = ? where id = ?", pinned, id);
    }

    void remove(DeclaredType type, UUID record, UUID id) {
        sql.update("update core.comment set deleted_at = now() where id = ?", id);
        note(type, record, "remove-comment");
    }

    List<Former> formers(UUID id) {
        return sql.list(
                "select text, until from core.comment_former where comment_id = ? order by n desc",
                row -> new Former(row.getString(1), instant(row, 2)),
                id);
    }
}
