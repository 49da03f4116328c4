package org.pipewright.platform.modules;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.modules.Capability;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Grant;
import org.pipewright.platform.spi.modules.MenuEntry;
import org.pipewright.platform.spi.modules.WebElement;
import org.pipewright.platform.spi.records.Verb;

/** Grants, menu entries and web elements name subjects and actions that exist. */
final class GrantRules {

    private static final Set<String> ACTIONS = Set.of(
            Action.VIEW,
            Action.CREATE,
            Action.EDIT,
            Action.DELETE,
            Action.ASSIGN,
            Action.SHARE,
            Action.EXPORT,
            Action.IMPORT);

    private GrantRules() {}

    static List<String> problems(CrmModule module, ModuleJar jar) {
        Set<String> known = rights(module, jar).collect(Collectors.toSet());
        Stream<String> grants = module.grants().stream()
                .flatMap(GrantRules::rights)
                .filter(right -> !known.contains(right))
                .map(right -> "grants " + right + ", which is nothing");
        Stream<String> subjects = subjects(module)
                .filter(subject -> !subject.isEmpty() && !subject.startsWith("core."))
                .filter(subject -> known.stream().noneMatch(right -> right.startsWith(subject + ":")))
                .map(subject -> "names the subject " + subject + ", which is nothing");
        return Stream.concat(grants, subjects).toList();
    }

    private static Stream<String> subjects(CrmModule module) {
        return Stream.concat(
                module.menu().stream().map(MenuEntry::subject),
                module.webElements().stream().map(WebElement::subject));
    }

    private static Stream<String> rights(Grant grant) {
        return grant.actions().stream().map(action -> grant.subject() + ":" + action);
    }

    static Stream<String> rights(CrmModule module, ModuleJar jar) {
        Stream<String> capabilities =
                module.capabilities().stream().map(Capability::key).map(key -> key + ":use");
        return Stream.concat(capabilities, jar.recordTypes().stream().flatMap(type -> rights(type, jar)));
    }

    private static Stream<String> rights(DeclaredType type, ModuleJar jar) {
        return Stream.concat(ACTIONS.stream(), jar.verbs(type).stream().map(Verb::name))
                .map(action -> type.name() + ":" + action);
    }
}
