package org.pipewright.platform.spi.modules;

import java.util.List;
import org.pipewright.platform.spi.errors.ErrorCode;

/**
 * The one descriptor of a module: everything about it that is plain data. A module jar names its descriptor in {@code
 * META-INF/services}; it is read before anything of the module runs, by the launcher and by the core. What runs
 * (record types, verbs, rules, consumers) is found as CDI beans and entities.
 */
public interface CrmModule {

    /** Short lower-case identifier; prefix of every key of the module and name of its database schema. */
    String id();

    /** The module's own version, such as {@code 1.4.0}. */
    String version();

    /** The versions of the core it can run on. A module outside the range is refused, the rest starts. */
    VersionRange core();

    /** Switches the module brings. The operator grants whole modules, a tenant switches features. */
    default List<Feature> features() {
        return List.of();
    }

    /** Capabilities: rights that do not belong to a record type. */
    default List<Capability> capabilities() {
        return List.of();
    }

    /** What the built-in roles may do with the module's record types and capabilities. */
    default List<Grant> grants() {
        return List.of();
    }

    /** Settings of a tenant. */
    default List<Setting> settings() {
        return List.of();
    }

    /** Series of numbers its documents take. */
    default List<NumberSeries> numberSeries() {
        return List.of();
    }

    /** Everything the module refuses: the values of its enum of error codes. */
    default List<ErrorCode> errorCodes() {
        return List.of();
    }

    /** Entries of the main menu. Record types with a menu group need none. */
    default List<MenuEntry> menu() {
        return List.of();
    }

    /** Panels, widgets and pages drawn by the module's own custom elements. */
    default List<WebElement> webElements() {
        return List.of();
    }
}
