package org.pipewright.platform.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import org.pipewright.platform.database.Sql;

/** What each tenant is allowed: the operator's word, else the installation's default. Known for two seconds. */
@ApplicationScoped
public class Limits {

    private static final String DEFAULTS = "pipewright.platform.limit-";

    private final Map<Limit, Long> defaults = new ConcurrentHashMap<>();
    private final Cache<UUID, Map<Limit, Long>> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    @Inject
    Sql sql;

    /** How much the tenant may use; empty if there is no limit. */
    public OptionalLong of(UUID tenant, Limit limit) {
        Long own = known.get(tenant, this::read).get(limit);
        return own == null ? standard(limit) : OptionalLong.of(own);
    }

    /** What holds for tenants of which the operator said nothing; none unless configured above zero. */
    OptionalLong standard(Limit limit) {
        long most = defaults.computeIfAbsent(
                limit,
                key -> ConfigProvider.getConfig()
                        .getOptionalValue(DEFAULTS + key.key(), Long.class)
                        .orElse(0L));
        return most > 0 ? OptionalLong.of(most) : OptionalLong.empty();
    }

    /** Whether the operator said it for this tenant. */
    boolean isOwn(UUID tenant, Limit limit) {
        return known.get(tenant, this::read).containsKey(limit);
    }

    private Map<Limit, Long> read(UUID tenant) {
        Map<Limit, Long> own = new EnumMap<>(Limit.class);
        sql.list(
                "select name, most from platform.tenant_limit where tenant_id = ?",
                row -> own.put(Limit.named(row.getString(1)).orElseThrow(), row.getLong(2)),
                tenant);
        return own;
    }

    /** Sets the limit of a tenant, or lets the default hold again. */
    public void set(UUID tenant, Limit limit, OptionalLong most) {
        if (most.isPresent()) {
            sql.update(
                    "insert into platform.tenant_limit (tenant_id, name, most) values (?, ?, ?)"
                            + " on conflict (tenant_id, name) do update set most = excluded.most",
                    tenant,
                    limit.key(),
                    most.getAsLong());
        } else {
            sql.update("delete from platform.tenant_limit where tenant_id = ? and name = ?", tenant, limit.key());
        }
        known.invalidate(tenant);
    }
}
