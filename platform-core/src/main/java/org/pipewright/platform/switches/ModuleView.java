package org.pipewright.platform.switches;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.modules.RefusedModule;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;

/**
 * A module as people see it.
 *
 * @param id of the module
 * @param version of the module
 * @param core versions of the core it can run on, else empty
 * @param status {@code ACTIVE}, {@code WITHHELD} where the operator does not grant it, {@code INCOMPATIBLE} where it
 *     does not fit this core or another module, or {@code REFUSED} where it could not even be read
 * @param reason why it was refused, else empty
 * @param features it brings, as far as the operator grants them
 * @param contributions what it has registered; nothing where the operator does not grant it
 */
public record ModuleView(
        String id,
        String version,
        String core,
        String status,
        String reason,
        List<String> features,
        Contributions contributions) {

    /** All modules. */
    public record Page(List<ModuleView> items) {}

    static Page page(Modules modules, RecordTypes types, Set<String> withheld) {
        return new Page(Stream.concat(
                        modules.all().stream().map(module -> of(module, types, withheld)),
                        modules.refused().stream().map(ModuleView::of))
                .toList());
    }

    private static ModuleView of(CrmModule module, RecordTypes types, Set<String> withheld) {
        boolean granted = !withheld.contains(module.id());
        return new ModuleView(
                module.id(),
                module.version(),
                module.core().toString(),
                granted ? "ACTIVE" : "WITHHELD",
                "",
                module.features().stream()
                        .map(Feature::key)
                        .filter(key -> granted && !withheld.contains(key))
                        .toList(),
                granted ? Contributions.of(module, types) : Contributions.NONE);
    }

    private static ModuleView of(RefusedModule module) {
        String status = module.version().isEmpty() ? "REFUSED" : "INCOMPATIBLE";
        return new ModuleView(
                module.id(), module.version(), "", status, module.reason(), List.of(), Contributions.NONE);
    }
}
