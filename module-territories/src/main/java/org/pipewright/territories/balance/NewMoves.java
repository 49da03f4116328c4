package org.pipewright.territories.balance;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** Records that are to go from one member to another. */
public record NewMoves(@NotNull @Size(min = 1, max = 200) List<@NotNull @Valid NewMove> moves) {

    /** One of them. */
    public record NewMove(
            @NotNull UUID record,
            @NotNull UUID from,
            @NotNull UUID to) {}
}
