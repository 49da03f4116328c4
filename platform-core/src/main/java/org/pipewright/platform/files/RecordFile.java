package org.pipewright.platform.files;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A file of a record, in its latest version (S-REC-02).
 *
 * @param id of the file
 * @param name of the file
 * @param mediaType as its content tells
 * @param size in bytes
 * @param version number of the latest version, from 1
 * @param author who sent that version, or null
 * @param at when it was sent
 * @param preview whether browsers may show it
 * @param changeable whether the caller may rename and remove it, having sent it or holding every right
 * @param sealed whether it is kept as it is for good, such as an issued document (S-PDF-03)
 * @param field of the record whose value it is, or null (S-CF-01)
 * @param of another record of the story it belongs to, or null
 */
public record RecordFile(
        UUID id,
        String name,
        String mediaType,
        long size,
        int version,
        Author author,
        Instant at,
        boolean preview,
        boolean changeable,
        boolean sealed,
        String field,
        Whose of) {

    /** The longest name. */
    static final int LONGEST_NAME = 200;

    /** Who sent it. */
    public record Author(UUID id, String title) {}

    /** A record of the story. */
    public record Whose(String recordType, UUID id, String title) {}

    /** Files of a record and of what is part of its story, latest first. */
    public record Page(List<RecordFile> items) {}

    /**
     * A version.
     *
     * @param number from 1
     * @param mediaType as its content tells
     * @param size in bytes
     * @param sha256 of its content
     * @param author who sent it, or null
     * @param at when it was sent
     */
    public record Version(int number, String mediaType, long size, String sha256, Author author, Instant at) {}

    /** All versions, latest first. */
    public record Versions(List<Version> items) {}

    /** Another name for the file. */
    public record Renaming(
            @NotBlank @Size(max = LONGEST_NAME) String name) {}

    /**
     * Which version a link is for.
     *
     * @param version its number; the latest if null
     */
    public record NewLink(Integer version) {}

    /**
     * A link to fetch the file with, for whoever asked for it.
     *
     * @param url from the server's root on; with {@code ?inline=true} browsers show what they may show
     * @param expiresAt when it ends
     */
    public record Link(String url, Instant expiresAt) {}

    RecordFile of(Whose whose) {
        return new RecordFile(
                id, name, mediaType, size, version, author, at, preview, changeable, sealed, field, whose);
    }
}
