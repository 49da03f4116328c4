package org.pipewright.platform.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.spi.access.BuiltInRole;
import org.pipewright.platform.texts.Texts;
import org.pipewright.platform.translations.Translations;

/** What the roles of the bound tenant are called in the caller's language. */
@ApplicationScoped
public class RoleTitles {

    @Inject
    RoleRows rows;

    @Inject
    Translations translations;

    @Inject
    Texts texts;

    @Inject
    CallerBinding callers;

    /** All of them by id: first those of the product. */
    public Map<UUID, String> all() {
        Function<Role, String> title = titles();
        Map<UUID, String> titles = new LinkedHashMap<>();
        rows.all().forEach(role -> titles.put(role.id(), title.apply(role)));
        return titles;
    }

    /** All of them by what fields name them by: the key of those of the product, else the name. */
    public Map<String, String> named() {
        Function<Role, String> title = titles();
        Map<String, String> titles = new LinkedHashMap<>();
        rows.all()
                .forEach(role ->
                        titles.put(role.builtIn().map(BuiltInRole::key).orElse(role.name()), title.apply(role)));
        return titles;
    }

    /** Those of the product are called by its texts, others by translations where there are any (S-I18N-02). */
    Function<Role, String> titles() {
        Locale language = callers.caller().language();
        Map<UUID, String> own = translations.texts(language.getLanguage());
        return role -> role.builtIn()
                .map(known -> texts.text(language, "core.role." + known.key()))
                .orElseGet(() -> own.getOrDefault(role.id(), role.name()));
    }
}
