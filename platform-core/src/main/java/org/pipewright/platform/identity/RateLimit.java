package org.pipewright.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * Counts calls of public surfaces by address and minute. Counted in the memory of each node: behind several nodes the
 * limit is as many times higher, which is enough against guessing and flooding.
 */
@ApplicationScoped
public class RateLimit {

    private final Cache<String, AtomicInteger> calls = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    @Inject
    IdentitySettings settings;

    /** Counts a call; refuses it when the address has made too many of this minute. */
    public void count(String surface, String address) {
        AtomicInteger count = calls.get(surface + " " + address, key -> new AtomicInteger());
        if (count.incrementAndGet() > settings.publicRequests()) {
            throw Refusal.of(CoreErrorCode.TOO_MANY_REQUESTS);
        }
    }
}
