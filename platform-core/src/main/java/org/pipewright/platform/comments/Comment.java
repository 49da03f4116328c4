package org.pipewright.platform.comments;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A comment on a record (S-REC-01).
 *
 * @param id of the comment
 * @param text what was written
 * @param author who wrote it, or null
 * @param at when
 * @param editedAt when it was last edited, or null
 * @param pinned whether it stays on top
 * @param mine whether the caller wrote it, and so may edit it
 */
public record Comment(UUID id, String text, Author author, Instant at, Instant editedAt, boolean pinned, boolean mine) {

    /** The longest text. */
    static final int LONGEST = 10_000;

    /** Who wrote it. */
    public record Author(UUID id, String title) {}

    /** Comments of a record, pinned ones first, then latest first. */
    public record Page(List<Comment> items) {}

    /** A comment to be written. */
    public record NewComment(@NotBlank @Size(max = LONGEST) String text) {}

    /**
     * A change of a comment; what is null stays.
     *
     * @param text what it says now
     * @param pinned whether it stays on top
     */
    public record CommentChange(@Size(max = LONGEST) String text, Boolean pinned) {}

    /** What a comment said before it was edited, and until when. */
    public record Former(String text, Instant until) {}

    /** Everything a comment said before, latest first. */
    public record Formers(List<Former> items) {}
}
