package org.pipewright.deploy.modules;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.pipewright.deploy.settings.Folders;

/**
 * Sorts out the files with texts that an operator adds to those of the core and the modules, each named like {@code
 * sales.fr.json}. What a jar brings is not replaced: a file for that is refused, like one that cannot be read.
 */
public final class TextVetting {

    /** Where texts are on the class path. */
    public static final String PLACE = "META-INF/pipewright/texts/";

    private static final Pattern NAME = Pattern.compile("([a-z][a-z0-9]*)\\.([a-z]{2})\\.json");
    private static final Set<String> TAGS = Set.of(Locale.getISOLanguages());

    private final SortedSet<String> brought = new TreeSet<>();
    private final List<Path> accepted = new ArrayList<>();
    private final List<RefusedModule> refused = new ArrayList<>();

    private TextVetting() {}

    /** Looks at all files of the folder that end in {@code .json}, beside the texts of the jars. */
    public static TextVetting of(Path folder, List<Path> jars) {
        TextVetting vetting = new TextVetting();
        jars.forEach(vetting::note);
        Folders.entries(folder).stream()
                .filter(file -> file.getFileName().toString().endsWith(".json"))
                .forEach(vetting::vet);
        return vetting;
    }

    /** The files that can be used. */
    public List<Path> accepted() {
        return List.copyOf(accepted);
    }

    /** The ones that cannot, with the reason. */
    public List<RefusedModule> refused() {
        return List.copyOf(refused);
    }

    /** Tags of the languages the product speaks with them: all that the core has texts in. */
    public SortedSet<String> languages() {
        SortedSet<String> languages = new TreeSet<>();
        brought.stream()
                .map(NAME::matcher)
                .filter(name -> name.matches() && name.group(1).equals("core"))
                .forEach(name -> languages.add(name.group(2)));
        return languages;
    }

    private void note(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith(PLACE)) {
                    brought.add(entry.getName().substring(PLACE.length()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void vet(Path file) {
        String name = file.getFileName().toString();
        String reason = reasonAgainst(file, name);
        if (reason == null) {
            accepted.add(file);
            brought.add(name);
        } else {
            refused.add(new RefusedModule(name, "", name, reason));
        }
    }

    private String reasonAgainst(Path file, String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches() || !TAGS.contains(parts.group(2))) {
            return "its name is not made of a module and a language, as in core.fr.json";
        } else if (brought.contains(name)) {
            return "the texts of that module in that language come with the product";
        }
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            return onlyTexts(reader.readObject()) ? null : "it holds something else than texts by key";
        } catch (IOException | JsonException e) {
            return "it is not readable JSON: " + e.getMessage();
        }
    }

    private static boolean onlyTexts(JsonObject texts) {
        return texts.values().stream().allMatch(text -> text.getValueType() == JsonValue.ValueType.STRING);
    }
}
