package org.pipewright.platform.modules;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.pipewright.platform.spi.modules.Capability;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;
import org.pipewright.platform.spi.modules.Setting;
import org.pipewright.platform.startup.ApplicationStarted;

/** All modules of this installation, the core first, the others by id: the same order at each start. */
@ApplicationScoped
public class Modules {

    private static final Logger LOGGER = System.getLogger(Modules.class.getName());

    private List<CrmModule> modules = List.of();
    private List<RefusedModule> refused = List.of();

    protected Modules() {}

    /** Modules given by hand, for tests. */
    public Modules(List<CrmModule> modules) {
        this.modules = List.copyOf(modules);
    }

    @PostConstruct
    void load() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Stream<CrmModule> found = StreamSupport.stream(
                        ServiceLoader.load(CrmModule.class, loader).spliterator(), false)
                .sorted(Comparator.comparing(CrmModule::id));
        modules = Stream.concat(Stream.of(new CoreModule()), found).toList();
        refused = RefusedModules.on(loader);
    }

    void start(@Observes ApplicationStarted event) {
        List<String> problems = ModuleRules.problems(modules);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The modules do not fit together:\n - " + String.join("\n - ", problems));
        }
        modules.forEach(Modules::tell);
        refused.forEach(module -> LOGGER.log(
                Level.WARNING, "Module {0} {1} refused: {2}", module.id(), module.version(), module.reason()));
    }

    private static void tell(CrmModule module) {
        LOGGER.log(
                Level.INFO,
                "Module {0} {1}: features {2}, capabilities {3}, settings {4}, menu {5}, web elements {6},"
                        + " number series {7}",
                module.id(),
                module.version(),
                keys(module.features(), Feature::key),
                keys(module.capabilities(), Capability::key),
                keys(module.settings(), Setting::key),
                keys(module.menu(), entry -> entry.key()),
                keys(module.webElements(), element -> element.key()),
                keys(module.numberSeries(), series -> series.key()));
    }

    private static <T> List<String> keys(List<T> contributions, Function<T, String> key) {
        return contributions.stream().map(key).toList();
    }

    /** Every module that is there. */
    public List<CrmModule> all() {
        return modules;
    }

    /** Modules that were not taken in. */
    public List<RefusedModule> refused() {
        return refused;
    }

    /** The module of that id. */
    public Optional<CrmModule> withId(String id) {
        return modules.stream().filter(module -> module.id().equals(id)).findFirst();
    }

    /** The module whose jar holds the class; the core if none does. */
    public String moduleOf(Class<?> type) {
        return modules.stream()
                .filter(module -> !module.id().equals(CoreModule.ID))
                .filter(module -> isInSameJar(module.getClass(), type))
                .map(CrmModule::id)
                .findFirst()
                .orElse(CoreModule.ID);
    }

    private static boolean isInSameJar(Class<?> one, Class<?> other) {
        CodeSource source = one.getProtectionDomain().getCodeSource();
        return source != null && source.equals(other.getProtectionDomain().getCodeSource());
    }

    /** The feature of that key. */
    public Optional<Feature> feature(String key) {
        return modules.stream()
                .flatMap(module -> module.features().stream())
                .filter(feature -> feature.key().equals(key))
                .findFirst();
    }

    /** The setting of that key. */
    public Optional<Setting> setting(String key) {
        return settings().stream().filter(setting -> setting.key().equals(key)).findFirst();
    }

    /** Every setting. */
    public List<Setting> settings() {
        return modules.stream().flatMap(module -> module.settings().stream()).toList();
    }

    /** Every capability. */
    public List<Capability> capabilities() {
        return modules.stream()
                .flatMap(module -> module.capabilities().stream())
                .toList();
    }
}
