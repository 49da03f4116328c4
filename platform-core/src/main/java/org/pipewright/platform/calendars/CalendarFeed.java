package org.pipewright.platform.calendars;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An address under which a calendar program reads what its owner may see (S-ACT-10).
 *
 * @param id of the feed
 * @param name what its owner calls it
 * @param whose activities it has
 * @param createdAt when it was made
 * @param url the address, told once, when it is made; else null
 */
public record CalendarFeed(UUID id, String name, Whose whose, Instant createdAt, String url) {

    /** Whose activities a feed has. */
    public enum Whose {
        ME,
        TEAM,
        ALL
    }

    /** The caller's feeds, latest first. */
    public record Page(List<CalendarFeed> items) {}

    /** A feed to be made. */
    public record NewFeed(
            @NotBlank @Size(max = 100) String name, @NotNull Whose whose) {}
}
