package org.pipewright.platform.tags;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A tag to be made. Whether it is shared stays as it is: what one may put on a record for oneself is more than what one
 * may put there for everybody.
 *
 * @param colour grey if absent
 * @param shared false if absent
 */
public record NewTag(@NotBlank @Size(max = 40) String name, Tag.Colour colour, Boolean shared) {

    public NewTag {
        colour = colour == null ? Tag.Colour.GREY : colour;
        shared = shared != null && shared;
    }
}
