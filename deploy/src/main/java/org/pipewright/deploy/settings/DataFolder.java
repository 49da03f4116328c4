package org.pipewright.deploy.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import org.pipewright.deploy.processes.StartFailure;

/** The folder that keeps everything one installation writes: database, accounts, secrets, logs. */
public final class DataFolder implements AutoCloseable {

    private static final String MARK = "pipewright-data";
    private static final String SETTINGS = "pipewright.properties";
    private static final String MARK_TEXT =
            "Data of a Pipewright installation; deploy/run --reset removes this folder.\n";

    private final Path root;
    private final FileChannel lockFile;

    private DataFolder(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /** Takes the folder for this process; one that belongs to something else or is in use is refused. */
    public static DataFolder opened(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        requireOurs(root);
        try {
            make(root);
            Files.writeString(root.resolve(MARK), MARK_TEXT);
            return new DataFolder(root, lock(root));
        } catch (IOException e) {
            throw new StartFailure("The data folder " + root + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Secrets generated for this installation. */
    public Secrets secrets() {
        return new Secrets(root.resolve("secrets.properties"));
    }

    /** A folder inside, made if it is missing. */
    public Path folder(String first, String... more) {
        return Folders.made(Path.of(root.toString(), first).resolve(Path.of("", more)));
    }

    /** Where a part of the product writes its log. */
    public Path log(String part) {
        return folder("logs").resolve(part + ".log");
    }

    /** Where the folder is. */
    public Path root() {
        return root;
    }

    /** The settings a person wrote down in {@code pipewright.properties}. */
    public Properties settingsFile() {
        Properties properties = new Properties();
        Path file = root.resolve(SETTINGS);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new folder may already hold the settings that its first start is to find. */
    private static void requireOurs(Path root) {
        boolean strange = Folders.entries(root).stream()
                .anyMatch(entry -> !entry.getFileName().toString().equals(SETTINGS));
        if (strange && !Files.exists(root.resolve(MARK))) {
            throw new StartFailure("The folder " + root + " holds something else than Pipewright's data."
                    + " Choose an empty or new one with --data.");
        }
    }

    /** A folder we make is closed to other people of the machine; one that was there is left as it is. */
    private static void make(Path root) throws IOException {
        boolean posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!Files.exists(root) && posix) {
            Folders.made(root.getParent());
            Files.createDirectory(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Folders.made(root);
        }
    }

    private static FileChannel lock(Path root) throws IOException {
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isLocked(channel)) {
            return channel;
        }
        channel.close();
        throw new StartFailure("Pipewright is already running with the data in " + root
                + ". Stop it first, or choose another folder with --data.");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Removes everything but what a person wrote. */
    public void empty() {
        for (Path entry : Folders.entries(root)) {
            String name = entry.getFileName().toString();
            if (!name.equals(MARK) && !name.equals("lock") && !name.equals(SETTINGS)) {
                Folders.remove(entry);
            }
        }
    }
}
