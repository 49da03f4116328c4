package org.pipewright.platform.papers;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The template of a kind of paper (S-PDF-02).
 *
 * @param kind its key, also the key of its name
 * @param template as papers are drawn now
 * @param standard the template of the product
 * @param own whether the tenant has one of its own
 * @param version number of the tenant's latest version, 0 if there never was one
 */
public record PaperTemplate(String kind, String template, String standard, boolean own, int version) {

    /** The longest template. */
    static final int LONGEST = 64 * 1024;

    /** All kinds the caller has the feature of. */
    public record Page(List<PaperTemplate> items) {}

    /** Another template. */
    public record NewTemplate(@NotBlank @Size(max = LONGEST) String template) {}

    /**
     * What to show an example of.
     *
     * @param template the one that is being written; that in force if null
     * @param language of the paper; that of the organisation if null
     */
    public record Trial(@Size(max = LONGEST) String template, String language) {}

    /** Who wrote it. */
    public record Author(UUID id, String title) {}

    /**
     * A version.
     *
     * @param n from 1
     * @param template null where the tenant went back to that of the product
     */
    public record Version(int n, String template, Author author, Instant at) {}

    /** All versions, latest first. */
    public record Versions(List<Version> items) {}
}
