package org.pipewright.platform.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.platform.access.RoleRights.Granted;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.modules.Capability;
import org.pipewright.platform.spi.records.Verb;

/** Everything that can be granted: the record types and capabilities of all modules that are there. */
@ApplicationScoped
class RightsCatalogue {

    private static final List<Level> ALL_OR_NOTHING = List.of(Level.NONE, Level.TENANT);
    private static final List<Level> EVERY_LEVEL = List.of(Level.values());

    @Inject
    Modules modules;

    @Inject
    RecordTypes types;

    /**
     * Something rights are about.
     *
     * @param subject record type or capability
     * @param label key of its text
     * @param kind {@code record} or {@code capability}
     * @param actions that can be granted
     * @param fields that can be restricted
     */
    public record Subject(
            String subject, String label, String kind, List<OfferedAction> actions, List<RestrictableField> fields) {}

    /** An action and the levels it can have. */
    public record OfferedAction(String action, String label, List<String> levels) {}

    /** A field that a role may restrict. */
    public record RestrictableField(String field, String label) {}

    /** All subjects. */
    public record Page(List<Subject> subjects) {}

    List<Subject> subjects() {
        return Stream.concat(
                        types.all().stream().filter(type -> !type.isPart()).map(this::subject),
                        modules.capabilities().stream().map(RightsCatalogue::subject))
                .toList();
    }

    private static Subject subject(Capability capability) {
        OfferedAction use = action(Action.USE, "core.action.use", ALL_OR_NOTHING);
        return new Subject(capability.key(), capability.key(), "capability", List.of(use), List.of());
    }

    private Subject subject(DeclaredType type) {
        Stream<OfferedAction> verbs = types.verbs(type).stream()
                .map(Verb::name)
                .map(verb -> action(verb, type.name() + ".verb." + verb, levels(type, verb)));
        return new Subject(
                type.name(),
                type.name(),
                "record",
                Stream.concat(standardActions(type), verbs).toList(),
                restrictable(type)
                        .map(field -> new RestrictableField(field.name(), type.name() + "." + field.name()))
                        .toList());
    }

    private static Stream<OfferedAction> standardActions(DeclaredType type) {
        return Stream.of(
                        Action.VIEW,
                        Action.CREATE,
                        Action.EDIT,
                        Action.DELETE,
                        Action.ASSIGN,
                        Action.SHARE,
                        Action.EXPORT,
                        Action.IMPORT)
                .filter(action -> !type.isBarred(action))
                .filter(action -> type.owned() || !(action.equals(Action.ASSIGN) || action.equals(Action.SHARE)))
                .filter(action -> type.declaration().importable()
                        || !(action.equals(Action.IMPORT) || action.equals(Action.EXPORT)))
                .map(action -> action(action, "core.action." + action, levels(type, action)));
    }

    private static List<Level> levels(DeclaredType type, String action) {
        boolean noOwnerYet = action.equals(Action.CREATE) || action.equals(Action.IMPORT);
        return type.owned() && !noOwnerYet ? EVERY_LEVEL : ALL_OR_NOTHING;
    }

    private static OfferedAction action(String action, String label, List<Level> levels) {
        return new OfferedAction(
                action, label, levels.stream().map(LevelName::of).toList());
    }

    /** The record's name is not restrictable: references everywhere show it. */
    private static Stream<DeclaredField> restrictable(DeclaredType type) {
        return type.fields().stream().filter(field -> !field.system() && field != type.title());
    }

    Optional<Subject> subject(String name) {
        return subjects().stream()
                .filter(subject -> subject.subject().equals(name))
                .findFirst();
    }

    /** Every action of every subject, as the tenant admin holds them. */
    List<Granted> everything() {
        return subjects().stream()
                .flatMap(subject -> subject.actions().stream()
                        .map(action -> new Granted(subject.subject(), action.action(), widest(action))))
                .toList();
    }

    private static Level widest(OfferedAction action) {
        return Arrays.stream(Level.values())
                .filter(level -> action.levels().contains(LevelName.of(level)))
                .reduce(Level.NONE, Level::or);
    }
}
