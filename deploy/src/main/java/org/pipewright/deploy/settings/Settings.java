package org.pipewright.deploy.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.pipewright.deploy.processes.StartFailure;

/**
 * Configuration from outside, looked up as MicroProfile Config does: system properties, then environment variables, then
 * the file {@code pipewright.properties} of the data folder.
 */
public final class Settings {

    private static final String PREFIX = "pipewright.";

    private final Properties system;
    private final Map<String, String> environment;
    private final Properties file;

    public Settings(Properties system, Map<String, String> environment, Properties file) {
        this.system = system;
        this.environment = environment;
        this.file = file;
    }

    /** The settings of this process, and of the data folder's file if it has one. */
    public static Settings ofProcess(DataFolder data) {
        return new Settings(System.getProperties(), System.getenv(), data.settingsFile());
    }

    /** The value of a key, if it is set to something. */
    public Optional<String> value(String key) {
        return Optional.ofNullable(system.getProperty(key))
                .or(() -> Optional.ofNullable(environment.get(variable(key))))
                .or(() -> Optional.ofNullable(file.getProperty(key)))
                .filter(value -> !value.isBlank());
    }

    /** The value of a key that the start cannot do without; the failure names it. */
    public String mandatory(String key, String because) {
        return value(key)
                .orElseThrow(() -> new StartFailure("The setting " + key + " is missing (environment variable "
                        + variable(key) + "): " + because + "."));
    }

    /** Keys set as system property or in the file, as environment variables for a child process. */
    public Map<String, String> asVariables() {
        Map<String, String> variables = new TreeMap<>();
        addTo(variables, file);
        environment.forEach((name, value) -> variables.computeIfPresent(name, (same, old) -> value));
        addTo(variables, system);
        return variables;
    }

    /** The environment variable that MicroProfile Config reads for a key. */
    public static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static void addTo(Map<String, String> variables, Properties properties) {
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(PREFIX)) {
                variables.put(variable(key), properties.getProperty(key));
            }
        }
    }
}
