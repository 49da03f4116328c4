package org.pipewright.platform.switches;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.modules.Capability;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Setting;
import org.pipewright.platform.spi.modules.WebElement;

/**
 * What a module has registered, by its keys (S-PLAT-02).
 *
 * @param settings keys of settings
 * @param permissions capabilities; each record type has its own rights beside them
 * @param menu paths of entries of the main menu
 * @param recordTypes names of record types, parts of others among them
 * @param widgets of the start page
 * @param panels on pages of records
 * @param reports with the record type they are about
 * @param actions verbs with the record type they are done to
 * @param importers record types whose records are imported
 */
public record Contributions(
        List<String> settings,
        List<String> permissions,
        List<String> menu,
        List<String> recordTypes,
        List<String> widgets,
        List<String> panels,
        List<String> reports,
        List<String> actions,
        List<String> importers) {

    /** Of what is not in force. */
    static final Contributions NONE = new Contributions(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    static Contributions of(CrmModule module, RecordTypes types) {
        return new Contributions(
                module.settings().stream().map(Setting::key).toList(),
                module.capabilities().stream().map(Capability::key).toList(),
                menu(module, types),
                named(module, types, type -> true),
                elements(module, WebElement.Slot.WIDGET),
                elements(module, WebElement.Slot.PANEL),
                reports(module, types),
                actions(module, types),
                named(module, types, type -> type.declaration().importable()));
    }

    private static Stream<DeclaredType> own(CrmModule module, RecordTypes types) {
        return types.all().stream().filter(type -> type.name().startsWith(module.id() + "."));
    }

    private static List<String> named(CrmModule module, RecordTypes types, Predicate<DeclaredType> wanted) {
        return own(module, types)
                .filter(wanted)
                .map(DeclaredType::name)
                .sorted()
                .toList();
    }

    private static List<String> menu(CrmModule module, RecordTypes types) {
        return Stream.concat(
                        own(module, types)
                                .filter(type -> !type.declaration().menu().isEmpty())
                                .map(DeclaredType::path),
                        module.menu().stream().map(entry -> entry.path()))
                .sorted()
                .toList();
    }

    private static List<String> elements(CrmModule module, WebElement.Slot slot) {
        return module.webElements().stream()
                .filter(element -> element.slot() == slot)
                .map(WebElement::key)
                .toList();
    }

    private static List<String> reports(CrmModule module, RecordTypes types) {
        return own(module, types)
                .flatMap(
                        type -> Stream.of(type.declaration().reports()).map(report -> type.name() + "." + report.key()))
                .sorted()
                .toList();
    }

    private static List<String> actions(CrmModule module, RecordTypes types) {
        return own(module, types)
                .flatMap(type -> types.verbs(type).stream().map(verb -> type.name() + "." + verb.name()))
                .sorted()
                .toList();
    }
}
