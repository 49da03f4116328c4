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
import org.pipewright.platform.spi.texts.Language;
import org.pipewright.platform.spi.texts.Wording;

/** Every text of the product by language, from the files of the core and of the modules that are here. */
@ApplicationScoped
public class Texts implements Wording {

    /** Language of everything that has no other. */
    public static final Locale FALLBACK = Locale.ENGLISH;

    @Inject
    TextsOfTenants ofTenants;

    @Inject
    WordsOfTenants words;

    private final Map<String, SortedMap<String, String>> byLanguage = new HashMap<>();
    private final Map<String, SortedMap<String, String>> mentioning = new HashMap<>();

    @PostConstruct
    void read() {
        SortedMap<String, String> fallback = new TreeMap<>(read(FALLBACK.getLanguage()));
        Language.spoken().forEach(each -> fallback.put(each.key(), each.ownName()));
        for (Locale language : Languages.all()) {
            SortedMap<String, String> texts = new TreeMap<>(fallback);
            texts.putAll(read(language.getLanguage()));
            keep(language.getLanguage(), texts);
        }
    }

    /** Texts that mention others say them as the product calls them, unless a tenant has words of its own. */
    private void keep(String language, SortedMap<String, String> texts) {
        SortedMap<String, String> written = new TreeMap<>(texts);
        written.values().removeIf(text -> !Mentions.in(text));
        written.forEach((key, text) -> texts.put(key, Mentions.said(text, other -> texts.getOrDefault(other, other))));
        byLanguage.put(language, texts);
        mentioning.put(language, written);
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
        return ofLanguage(byLanguage, language);
    }

    private static SortedMap<String, String> ofLanguage(Map<String, SortedMap<String, String>> texts, Locale language) {
        return texts.getOrDefault(language.getLanguage(), texts.get(FALLBACK.getLanguage()));
    }

    /** Whether there is a text of that key. */
    public boolean has(String key) {
        return all(FALLBACK).containsKey(key) || ofTenants.text(FALLBACK, key).isPresent();
    }

    /** What is called otherwise by the tenant bound to the thread, as texts of the shell, in which braces mean something. */
    public SortedMap<String, String> ofTenant(Locale language) {
        SortedMap<String, String> own = new TreeMap<>();
        words.keys().forEach(key -> words.word(language, key).ifPresent(word -> own.put(key, escaped(word))));
        if (!own.isEmpty()) {
            ofLanguage(mentioning, language)
                    .forEach((key, text) -> own.put(
                            key, Mentions.said(text, other -> own.getOrDefault(other, called(language, other)))));
        }
        return own;
    }

    private String called(Locale language, String key) {
        return all(language).getOrDefault(key, key);
    }

    /** A text that somebody wrote, as one of the shell says it as it stands. */
    public static String escaped(String text) {
        return text.replace("'", "''").replaceAll("[{}]", "'$0'");
    }

    @Override
    public String text(Locale language, String key) {
        return text(language, key, Map.of());
    }

    /** A text with {@code {name}} replaced by the arguments; the key itself when there is no such text. */
    public String text(Locale language, String key, Map<String, ?> arguments) {
        String text = said(language, key);
        for (Map.Entry<String, ?> argument : arguments.entrySet()) {
            text = text.replace("{" + argument.getKey() + "}", String.valueOf(argument.getValue()));
        }
        return text;
    }

    private String said(Locale language, String key) {
        String written = ofLanguage(mentioning, language).get(key);
        if (written != null) {
            return Mentions.said(
                    written, other -> words.word(language, other).orElseGet(() -> called(language, other)));
        }
        String own = all(language).get(key);
        return own == null
                ? ofTenants.text(language, key).orElse(key)
                : words.word(language, key).orElse(own);
    }
}
