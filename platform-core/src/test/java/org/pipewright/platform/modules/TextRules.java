package org.pipewright.platform.modules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
import org.pipewright.platform.spi.texts.Language;

/** Every text a module needs is there, in each language that the core has texts in, with the same arguments. */
final class TextRules {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\w+)");

    private static final Pattern MENTION = Pattern.compile("\\[\\[(.*?)(?:, lower)?]]");

    private TextRules() {}

    static List<String> problems(CrmModule module, ModuleJar jar) {
        Map<String, Map<String, String>> languages = Language.spoken().stream()
                .map(language -> language.locale().getLanguage())
                .collect(Collectors.toMap(tag -> tag, jar::texts));
        Map<String, String> english = languages.get("en");
        Stream<String> missing = needed(module, jar)
                .flatMap(key -> languages.keySet().stream()
                        .filter(language -> blank(languages.get(language).get(key)))
                        .map(language -> key + " is missing in " + language));
        Set<String> all = new TreeSet<>();
        languages.values().forEach(texts -> all.addAll(texts.keySet()));
        Stream<String> strange = all.stream()
                .filter(key -> !key.startsWith(module.id() + "."))
                .map(key -> key + " does not begin with the module's id");
        Stream<String> unequal = languages.entrySet().stream()
                .flatMap(texts -> all.stream()
                        .filter(key -> !arguments(english.get(key))
                                .equals(arguments(texts.getValue().get(key))))
                        .map(key -> key + " differs in its arguments or is missing in " + texts.getKey()));
        Stream<String> unknown = languages.values().stream()
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
                setting.type() == Setting.Type.LANGUAGE
                        ? Stream.of()
                        : setting.choices().stream().map(choice -> setting.key() + "." + choice));
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
        Stream<String> choices = field.isLanguage() ? Stream.of() : field.choices().stream();
        return Stream.concat(Stream.of(key), choices.map(choice -> key + "." + choice));
    }

    private static Stream<String> of(DeclaredType type, Verb<?, ?> verb) {
        String key = type.name() + ".verb." + verb.name();
        return Stream.concat(
                Stream.of(key),
                TypeReading.input(verb.input()).values().stream().flatMap(field -> of(key, field)));
    }
}
