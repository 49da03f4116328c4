package org.pipewright.platform.usage;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.startup.ApplicationStarted;

/**
 * Counts calls and who made them (S-TEN-26), and refuses those beyond the rate (S-TEN-21). Counted in the memory of each
 * node and written down every few seconds, so that a call costs no statement; a node that is killed loses these seconds.
 */
@ApplicationScoped
public class Metering {

    private static final Logger LOGGER = System.getLogger(Metering.class.getName());
    private static final int SECONDS_BETWEEN_NOTES = 15;
    private static final long MINUTE = 60_000;

    private final Map<UUID, LongAdder> calls = new ConcurrentHashMap<>();
    private final Map<UUID, Window> windows = new ConcurrentHashMap<>();
    private final Set<ActiveMember> fresh = ConcurrentHashMap.newKeySet();
    private final Set<ActiveMember> noted = ConcurrentHashMap.newKeySet();

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    ManagedScheduledExecutorService executor;

    @Inject
    UsageRows rows;

    @Inject
    Limits limits;

    /** A member who did something in a month. */
    record ActiveMember(UUID tenant, UUID member, YearMonth month) {}

    private record Window(long minute, LongAdder calls) {}

    void start(@Observes ApplicationStarted event) {
        executor.scheduleWithFixedDelay(
                this::noteQuietly, SECONDS_BETWEEN_NOTES, SECONDS_BETWEEN_NOTES, TimeUnit.SECONDS);
    }

    /** Counts a call of a member, unless the tenant has called too often in this minute. */
    public void call(UUID tenant, UUID member) {
        limits.of(tenant, Limit.API_CALLS_PER_MINUTE).ifPresent(most -> requireRate(tenant, most));
        calls.computeIfAbsent(tenant, key -> new LongAdder()).increment();
        ActiveMember active = new ActiveMember(tenant, member, YearMonth.now(ZoneOffset.UTC));
        if (!noted.contains(active)) {
            fresh.add(active);
        }
    }

    private void requireRate(UUID tenant, long most) {
        long minute = System.currentTimeMillis() / MINUTE;
        Window window = windows.compute(
                tenant,
                (key, last) -> last == null || last.minute() != minute ? new Window(minute, new LongAdder()) : last);
        if (window.calls().sum() >= most) {
            throw Refusal.of(CoreErrorCode.TOO_MANY_REQUESTS, Limit.API_CALLS_PER_MINUTE.key());
        }
        window.calls().increment();
    }

    /** Counts a mail that went out, as part of the running transaction. */
    public void mail(UUID tenant) {
        rows.addMail(tenant);
    }

    /** Writes down what was counted since the last time. */
    void note() {
        calls.forEach((tenant, counted) -> {
            long number = counted.sumThenReset();
            if (number > 0) {
                rows.addCalls(tenant, number);
            }
        });
        fresh.forEach(active -> {
            rows.addMember(active);
            noted.add(active);
            fresh.remove(active);
        });
        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        noted.removeIf(active -> active.month().isBefore(now));
    }

    private void noteQuietly() {
        try {
            note();
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "Usage cannot be written down", e);
        }
    }

    @PreDestroy
    void stop() {
        noteQuietly();
    }
}
