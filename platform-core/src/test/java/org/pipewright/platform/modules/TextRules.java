package org.pipewright.platform.modules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.modules.Capability;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;
import org.pipewright.platform.spi.modules.MenuEntry;
import org.pipewright.platform.spi.modules.NumberSeries;
import org.pipewright.platform.spi.modules.Setting;
import org.pipewright.platform.spi.modules.WebElement;
import org.pipewright.platform.spi.records.OwnedRecord;
import org.pipewright.platform.spi.records.Report;
import org.pipewright.platform.spi.records.Verb;

/** Every text a module needs is there, in each language, with the same arguments. */
final class TextRules {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)");

    private static final Pattern MENTION = Pattern.compile("\\[\\[(.*?)(?:, lower)?]]");

    private TextRules() {}

    static List<String> problems(CrmModule module, ModuleJar jar) {
        Map<String, String> english = jar.texts("en");
        Map<String, String> german = jar.texts("de");
        Stream<String> missing = needed(module, jar)
                .flatMap(key -> Stream.of("en", "de")
                        .filter(language -> blank((language.equals("en") ? english : german).get(key)))
                        .map(language -> key + " is missing in " + language));
        Set<String> all = new TreeSet<>(english.keySet());
        all.addAll(german.keySet());
        Stream<String> strange = all.stream()
                .filter(key -> !key.startsWith(module.id() + "."))
                .map(key -> key + " does not begin with the module's id");
        Stream<String> unequal = all.stream()
                .filter(key -> !arguments(english.get(key)).equals(arguments(german.get(key))))
                .map(key -> key + " differs in its arguments or is missing in a language");
        Stream<String> unknown = Stream.of(english, german)
                .flatMap(texts ->
                        texts.values().stream().flatMap(text -> mentioned(text).filter(key -> !texts.containsKey(key))))
                .map(key -> key + " is mentioned and is none of the module's texts");
        return Stream.of(missing, strange, unequal, unknown)
                .flatMap(problems -> problems)
                .distinct()
                .toList();
    }

    /** Keys of the texts that a text says as {@code [[key]]}. */
    private static Stream<String> mentioned(String text) {
        return MENTION.matcher(text).results().map(found -> found.group(1));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** In the ICU syntax a brace opens an argument, the next inside it a text of a plural or choice, and so on in turn. */
    private static Set<String> arguments(String text) {
        if (text == null) {
            return Set.of("absent");
        }
        Set<String> names = new TreeSet<>();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '{' && ++depth % 2 == 1) {
                Matcher name = ARGUMENT.matcher(text).region(i, text.length());
                names.add(name.lookingAt() ? name.group(1) : text.substring(i));
            } else if (text.charAt(i) == '}') {
                depth--;
            }
        }
        return names;
    }

    private static Stream<String> needed(CrmModule module, ModuleJar jar) {
        Stream<String> descriptor = Stream.of(
                        module.features().stream().map(Feature::key),
                        module.capabilities().stream().map(Capability::key),
                        module.settings().stream().flatMap(TextRules::of),
                        module.menu().stream().map(MenuEntry::key),
                        module.webElements().stream().map(WebElement::key),
                        module.numberSeries().stream().map(NumberSeries::key))
                .flatMap(keys -> keys);
        return Stream.concat(descriptor, jar.recordTypes().stream().flatMap(type -> of(type, jar)));
    }

    private static Stream<String> of(Setting setting) {
        return Stream.concat(
                Stream.of(setting.key(), setting.key() + ".help"),
                setting.choices().stream().map(choice -> setting.key() + "." + choice));
    }

    private static Stream<String> of(DeclaredType type, ModuleJar jar) {
        return Stream.of(
                        Stream.of(type.name() + ".one", type.name() + ".many"),
                        type.fields().stream().filter(TextRules::isOwn).flatMap(field -> of(type.name(), field)),
                        type.fields().stream()
                                .map(field -> field.rules().group())
                                .filter(group -> !group.isEmpty())
                                .map(group -> type.name() + ".group." + group),
                        Stream.of(type.declaration().boards()).map(board -> type.name() + ".board." + board.field()),
                        Stream.of(type.declaration().views()).map(view -> type.name() + ".view." + view.key()),
                        Stream.of(type.declaration().siblings())
                                .map(siblings -> type.name() + ".siblings." + siblings.by()),
                        Stream.of(type.declaration().reports()).flatMap(report -> of(type, report)),
                        jar.verbs(type).stream().flatMap(verb -> of(type, verb)))
                .flatMap(keys -> keys);
    }

    private static Stream<String> of(DeclaredType type, Report report) {
        String key = type.name() + ".report." + report.key();
        return Stream.concat(Stream.of(key), Stream.of(report.figures()).map(figure -> key + "." + figure.key()));
    }

    /** The core words what every record has, and what stands beside records is worded where it comes from. */
    private static boolean isOwn(DeclaredField field) {
        return !field.system()
                && field.rules().beside().isEmpty()
                && field.attribute().field().getDeclaringClass() != OwnedRecord.class;
    }

    private static Stream<String> of(String prefix, DeclaredField field) {
        String key = prefix + "." + field.name();
        return Stream.concat(Stream.of(key), field.choices().stream().map(choice -> key + "." + choice));
    }

    private static Stream<String> of(DeclaredType type, Verb<?, ?> verb) {
        String key = type.name() + ".verb." + verb.name();
        return Stream.concat(
                Stream.of(key),
                TypeReading.input(verb.input()).values().stream().flatMap(field -> of(key, field)));
    }
}
