package org.pipewright.platform.tags;

import java.util.List;
import java.util.UUID;

/**
 * A tag as the caller sees it (S-REC-03).
 *
 * @param shared whether everybody in the tenant sees it; else only its owner does
 * @param mine whether the caller owns it
 */
public record Tag(UUID id, int version, String name, Colour colour, boolean shared, boolean mine) {

    /** Colours a tag can be shown in; the shell keeps each readable in light and dark. */
    public enum Colour {
        GREY,
        RED,
        AMBER,
        GREEN,
        BLUE,
        PURPLE
    }

    /** The tags there are, by name. */
    public record Page(List<Tag> items) {}
}
