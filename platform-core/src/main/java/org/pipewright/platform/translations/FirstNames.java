package org.pipewright.platform.translations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.texts.Languages;
import org.pipewright.platform.texts.Texts;

/**
 * Names what a module gives a new tenant in every language the product speaks. The texts of such entries stand under the
 * name of their record type, or under {@code <module>.default.<type>}; by the text in the tenant's language is found
 * which one it was.
 */
@ApplicationScoped
public class FirstNames {

    @Inject
    Translations translations;

    @Inject
    Texts texts;

    /** Names the entries of the module's record types that still bear their first name. */
    public void translate(String module, Locale tenants) {
        Languages.all().stream()
                .filter(other -> !other.getLanguage().equals(tenants.getLanguage()))
                .forEach(other -> translate(module, tenants, other));
    }

    private void translate(String module, Locale tenants, Locale other) {
        Set<UUID> known = translations.texts(other.getLanguage()).keySet();
        translations
                .translatable()
                .filter(type -> type.module().equals(module))
                .forEach(type -> translations
                        .names(type)
                        .forEach((id, name) -> key(type, tenants, name)
                                .filter(key -> !known.contains(id))
                                .ifPresent(
                                        key -> translations.write(other.getLanguage(), id, texts.text(other, key)))));
    }

    private Optional<String> key(DeclaredType type, Locale language, String name) {
        return prefixes(type)
                .flatMap(prefix -> texts.all(language).tailMap(prefix).entrySet().stream()
                        .takeWhile(text -> text.getKey().startsWith(prefix)))
                .filter(text -> text.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Stream<String> prefixes(DeclaredType type) {
        String ownName = type.name().substring(type.name().indexOf('.') + 1);
        return Stream.of(type.module() + ".default." + ownName + ".", type.name() + ".");
    }
}
