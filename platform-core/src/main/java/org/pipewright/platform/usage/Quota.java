package org.pipewright.platform.usage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * Refuses what would go beyond a limit, before anything is written (S-TEN-21). Near a limit the tenant's transactions
 * that use it up come one after the other, so that the limit holds exactly.
 */
@ApplicationScoped
public class Quota {

    private static final String ROOM = Quota.class.getName();
    private static final long NEAR = 10_000;

    private final Cache<UUID, Long> records = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Sql sql;

    @Inject
    Limits limits;

    @Inject
    UsageCounts counts;

    @Inject
    CallerBinding binding;

    /** One more person is about to be let in. */
    public void requireUser() {
        UUID tenant = binding.tenantId();
        limits.of(tenant, Limit.USERS).ifPresent(most -> {
            queue(tenant, Limit.USERS);
            requireBelow(Limit.USERS, counts.users(), most);
        });
    }

    /** One more record is about to be written in this transaction. */
    public void requireRecord() {
        UUID tenant = binding.tenantId();
        limits.of(tenant, Limit.STORAGE_MB)
                .ifPresent(most -> requireBelow(Limit.STORAGE_MB, counts.storageMegabytes(tenant), most));
        limits.of(tenant, Limit.RECORDS)
                .ifPresent(most ->
                        requireBelow(Limit.RECORDS, most - room(tenant, most).getAndDecrement(), most));
    }

    /** A file of so many bytes is about to be kept. Files count from the moment they come, not from the next measuring. */
    public void requireStorage(long bytes) {
        UUID tenant = binding.tenantId();
        limits.of(tenant, Limit.STORAGE_MB).ifPresent(most -> {
            queue(tenant, Limit.STORAGE_MB);
            requireBelow(
                    Limit.STORAGE_MB, counts.storageBytesWithFiles(tenant) + bytes, most * UsageCounts.MEGABYTE, most);
        });
    }

    /** How many more records this transaction may write. */
    private AtomicLong room(UUID tenant, long most) {
        AtomicLong room = (AtomicLong) transactions.getResource(ROOM);
        if (room == null) {
            room = new AtomicLong(most - present(tenant, most));
            transactions.putResource(ROOM, room);
        }
        return room;
    }

    private long present(UUID tenant, long most) {
        long known = records.get(tenant, key -> counts.records());
        if (most - known > NEAR) {
            return known;
        }
        queue(tenant, Limit.RECORDS);
        return counts.records();
    }

    private void queue(UUID tenant, Limit limit) {
        sql.list("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> 1, limit.key() + tenant);
    }

    /** A file with so many rows is about to be taken in. */
    public void requireImport(long rows) {
        OptionalLong most = limits.of(binding.tenantId(), Limit.IMPORT_ROWS);
        if (most.isPresent() && rows > most.getAsLong()) {
            throw exceeded(Limit.IMPORT_ROWS, most.getAsLong());
        }
    }

    private static void requireBelow(Limit limit, long used, long most) {
        requireBelow(limit, used, most, most);
    }

    private static void requireBelow(Limit limit, long used, long most, long told) {
        if (used >= most) {
            throw exceeded(limit, told);
        }
    }

    private static Refusal exceeded(Limit limit, long most) {
        return new Refusal(CoreErrorCode.QUOTA_EXCEEDED, Map.of("name", limit.key(), "most", most), List.of());
    }
}
