package org.pipewright.platform.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.documents.BillableOrders;
import org.pipewright.platform.spi.documents.OrderInvoices;
import org.pipewright.platform.spi.mail.MailIntake;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;
import org.pipewright.platform.spi.records.Siblings;

/** Names, features and references of record types. */
final class RecordTypeRules {

    private static final Pattern WORDS = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Set<String> MENU_GROUPS =
            Set.of("", "work", "sales", "customers", "billing", "territories", "settings");

    /** Switches of the core, which fields of any module may depend on. */
    private static final Set<String> CORE =
            new CoreModule().features().stream().map(Feature::key).collect(Collectors.toSet());

    /** Switches of modules that the SPI names, so that fields of others can go without. */
    private static final Set<String> SHARED =
            Set.of(BillableOrders.FEATURE, OrderInvoices.FEATURE, MailIntake.CHANNELS_FEATURE);

    /** Record types of modules that the SPI names, each with the switch that fields of others go without it by. */
    private static final Map<String, String> SHARED_TYPES = Map.of(
            BillableOrders.RECORD_TYPE, BillableOrders.FEATURE, MailIntake.CHANNELS, MailIntake.CHANNELS_FEATURE);

    private final CrmModule module;
    private final ModuleJar jar;
    private final Set<String> features;
    private final List<String> problems = new ArrayList<>();

    private RecordTypeRules(CrmModule module, ModuleJar jar) {
        this.module = module;
        this.jar = jar;
        this.features = module.features().stream().map(Feature::key).collect(Collectors.toSet());
    }

    static List<String> problems(CrmModule module, ModuleJar jar) {
        RecordTypeRules rules = new RecordTypeRules(module, jar);
        jar.recordTypes().forEach(rules::check);
        return rules.problems;
    }

    private void check(DeclaredType type) {
        require(type.name().startsWith(module.id() + "."), type, "does not begin with the module's id");
        require(WORDS.matcher(type.path()).matches(), type, "has the path " + type.path());
        require(isFeature(type.feature()), type, "names the unknown feature " + type.feature());
        require(MENU_GROUPS.contains(type.declaration().menu()), type, "names an unknown menu group");
        require(type.table().startsWith(module.id() + "."), type, "keeps its records in " + type.table());
        named(type).forEach(name -> require(type.field(name).isPresent(), type, "names the unknown field " + name));
        type.fields().forEach(field -> check(type, field));
        jar.verbs(type)
                .forEach(verb -> require(WORDS.matcher(verb.name()).matches(), type, "has the verb " + verb.name()));
    }

    private static Stream<String> named(DeclaredType type) {
        Stream<String> sort = Stream.of(type.declaration().sort().split(",")).map(key -> key.replaceFirst("^-", ""));
        return Stream.of(
                        Stream.of(type.declaration().title()),
                        Stream.of(type.declaration().columns()),
                        Stream.of(type.declaration().siblings()).map(Siblings::by),
                        Stream.of(type.declaration().through().split("\\."))
                                .limit(1)
                                .filter(step -> !step.isEmpty()),
                        sort)
                .flatMap(names -> names);
    }

    private void check(DeclaredType type, DeclaredField field) {
        String target = field.references();
        boolean known = target.isEmpty() || target.startsWith("core.") || isOwn(target) || isShared(field);
        require(known, type, "refers to " + target + " of another module");
        field.offeredBy()
                .forEach(name -> require(type.field(name).isPresent(), type, "names the unknown field " + name));
        require(isFeature(field.feature()), type, "names the unknown feature " + field.feature());
    }

    private boolean isOwn(String name) {
        return jar.recordTypes().stream().anyMatch(type -> type.name().equals(name));
    }

    /** Where the module that brings the target is not there, neither is the field. */
    private static boolean isShared(DeclaredField field) {
        return field.feature().equals(SHARED_TYPES.get(field.references()));
    }

    private boolean isFeature(String key) {
        return key.isEmpty() || features.contains(key) || CORE.contains(key) || SHARED.contains(key);
    }

    private void require(boolean holds, DeclaredType type, String problem) {
        if (!holds) {
            problems.add(type.name() + " " + problem);
        }
    }
}
