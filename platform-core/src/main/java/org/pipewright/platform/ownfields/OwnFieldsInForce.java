package org.pipewright.platform.ownfields;

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
import java.util.UUID;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldsOfTenants;
import org.pipewright.platform.texts.Languages;
import org.pipewright.platform.texts.TextsOfTenants;

/**
 * Knows what record types are like in each tenant. Kept for two seconds, so that a change holds on every node within
 * five, and forgotten at once on the node that made it.
 */
@ApplicationScoped
class OwnFieldsInForce implements FieldsOfTenants, TextsOfTenants {

    private final Cache<UUID, TenantFields> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .maximumSize(10_000)
            .build();

    @Inject
    OwnFieldReading reading;

    @Override
    public DeclaredType seen(DeclaredType type) {
        return type.isExtensible() ? ofTenant().map(fields -> fields.seen(type)).orElse(type) : type;
    }

    @Override
    public Optional<String> text(Locale language, String key) {
        return ofTenant()
                .map(TenantFields::texts)
                .map(texts -> texts.get(key))
                .map(texts -> Languages.chosen(language, texts));
    }

    /** All texts of the bound tenant's fields. */
    Map<String, Map<String, String>> texts() {
        return ofTenant().map(TenantFields::texts).orElse(Map.of());
    }

    private Optional<TenantFields> ofTenant() {
        return BoundTenant.current().map(tenant -> known.get(tenant, this::read));
    }

    private TenantFields read(UUID tenant) {
        return reading.inForce(tenant);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) OwnFieldsChanged change) {
        known.invalidate(change.tenant());
    }
}
