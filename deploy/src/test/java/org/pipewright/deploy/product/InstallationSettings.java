package org.pipewright.deploy.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The settings of one installation among several of a test, in its data folder. */
public final class InstallationSettings {

    private InstallationSettings() {}

    /** Of one that is gone before the second compiler of its machine would have paid off. */
    public static Properties shortLived() {
        Properties settings = new Properties();
        settings.setProperty("pipewright.launcher.memory", "512m");
        settings.setProperty("pipewright.launcher.java-options", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        return settings;
    }

    /** Makes the folder and its file of settings. */
    public static void write(Properties settings, Path data) {
        try {
            Files.createDirectories(data);
            try (Writer writer = Files.newBufferedWriter(data.resolve("pipewright.properties"))) {
                settings.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
