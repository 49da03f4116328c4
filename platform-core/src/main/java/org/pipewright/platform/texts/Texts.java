package org.pipewright.platform.texts;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.texts.Wording;

/** Every text of the product by language, from the files of the core and of the modules that are here. */
@ApplicationScoped
public class Texts implements Wording {

    /** Language of everything that has no other. */
    public static final Locale FALLBACK = Locale.ENGLISH;

    @Inject
    TextsOfTenants ofTenants;

    private final Map<String, SortedMap<String, String>> byLanguage = new HashMap<>();

    @PostConstruct
    void read() {
        SortedMap<String, String> fallback = new TreeMap<>(read(FALLBACK.getLanguage()));
        for (Locale language : Languages.all()) {
            SortedMap<String, String> texts = new TreeMap<>(fallback);
            texts.putAll(read(language.getLanguage()));
            byLanguage.put(language.getLanguage(), texts);
        }
    }

    private static Map<String, String> read(String language) {
        Map<String, String> texts = new HashMap<>(read("core", language));
        ServiceLoader.load(CrmModule.class).forEach(module -> texts.putAll(read(module.id(), language)));
        return texts;
    }

    /** Where the texts of a module in a language are in its jar. */
    static String file(String module, String language) {
        return "META-INF/pipewright/texts/" + module + "." + language + ".json";
    }

    private static Map<String, String> read(String module, String language) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream(file(module, language))) {
            return in == null ? Map.of() : strings(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> strings(InputStream in) {
        Map<String, String> texts = new HashMap<>();
        try (JsonReader reader = Json.createReader(in)) {
            JsonObject object = reader.readObject();
            object.keySet().forEach(key -> texts.put(key, object.getString(key)));
        }
        return texts;
    }

    /** All texts by key, in the language where it has them and in the fallback language where not. */
    public SortedMap<String, String> all(Locale language) {
        return byLanguage.getOrDefault(language.getLanguage(), byLanguage.get(FALLBACK.getLanguage()));
    }

    /** Whether there is a text of that key. */
    public boolean has(String key) {
        return all(FALLBACK).containsKey(key) || ofTenants.text(FALLBACK, key).isPresent();
    }

    @Override
    public String text(Locale language, String key) {
        return text(language, key, Map.of());
    }

    /** A text with {@code {name}} replaced by the arguments; the key itself when there is no such text. */
    public String text(Locale language, String key, Map<String, ?> arguments) {
        String own = all(language).get(key);
        String text = own == null ? ofTenants.text(language, key).orElse(key) : own;
        for (Map.Entry<String, ?> argument : arguments.entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", String.valueOf(argument.getValue()));
        }
        return text;
    }
}
