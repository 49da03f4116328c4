package org.pipewright.platform.tags;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What shall be different about a tag; what is null stays. */
public record TagChange(
        @Size(max = 40) @Pattern(regexp = "(?s).*\\S.*") String name, Tag.Colour colour) {

    /** The tag with the change. */
    Tag applied(Tag tag) {
        return new Tag(
                tag.id(),
                tag.version() + 1,
                name == null ? tag.name() : name.strip(),
                colour == null ? tag.colour() : colour,
                tag.shared(),
                tag.mine());
    }
}
