package org.pipewright.territories.plans;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.pipewright.territories.tree.PlannedTerritory;

/**
 * The territories of a plan.
 *
 * @param edition which of the plan they are; one that is written has to be the latest, if it is told
 * @param territories all of them
 */
public record PlannedTreeView(
        Integer edition, @NotNull @Size(max = 1000) List<@NotNull @Valid PlannedTerritory> territories) {}
