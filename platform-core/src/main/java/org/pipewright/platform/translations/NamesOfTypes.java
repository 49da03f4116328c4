package org.pipewright.platform.translations;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.modules.Setting;
import org.pipewright.platform.spi.settings.SettingChosen;
import org.pipewright.platform.texts.WordsOfTenants;

/** What tenants call record types that may be named, by settings; in a language without a word of its own as in all. */
@ApplicationScoped
class NamesOfTypes implements WordsOfTenants {

    private static final Set<String> FORMS = Set.of("one", "many");

    private final Cache<UUID, Map<String, String>> chosen = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .maximumSize(10_000)
            .build();

    @Inject
    RecordTypes types;

    @Inject
    NamesReading reading;

    @Override
    public Set<String> keys() {
        return types.all().stream()
                .filter(type -> !type.declaration().naming().isEmpty())
                .flatMap(type -> FORMS.stream().map(form -> type.name() + "." + form))
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<String> word(Locale language, String key) {
        return BoundTenant.current()
                .flatMap(tenant -> setting(key)
                        .flatMap(setting -> word(chosen.get(tenant, id -> reading.chosen()), setting, language)));
    }

    private Optional<String> setting(String key) {
        int end = key.lastIndexOf('.');
        String form = key.substring(end + 1);
        return FORMS.contains(form)
                ? types.named(key.substring(0, end))
                        .map(type -> type.declaration().naming())
                        .filter(prefix -> !prefix.isEmpty())
                        .map(prefix -> prefix + "-" + form)
                : Optional.empty();
    }

    private static Optional<String> word(Map<String, String> chosen, String setting, Locale language) {
        return Stream.of(Setting.ofName(setting, language), setting)
                .map(chosen::get)
                .filter(word -> word != null && !word.isBlank())
                .map(String::strip)
                .findFirst();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) SettingChosen change) {
        BoundTenant.current().ifPresent(chosen::invalidate);
    }
}
