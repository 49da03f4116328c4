package org.pipewright.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the issuer's keys can be fetched: without them no token can be checked. */
@Readiness
@ApplicationScoped
public class IssuerReadiness implements HealthCheck {

    private static final Duration KEPT = Duration.ofSeconds(5);

    @Inject
    @ConfigProperty(name = "pipewright.platform.issuer-url")
    String issuer;

    private final AtomicReference<Answer> last = new AtomicReference<>(new Answer(Instant.EPOCH, false));

    private record Answer(Instant at, boolean reachable) {}

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("issuer").status(isReachable()).build();
    }

    private boolean isReachable() {
        Answer known = last.get();
        if (known.at().plus(KEPT).isBefore(Instant.now())) {
            known = new Answer(Instant.now(), new IssuerKeys(issuer).areReachable());
            last.set(known);
        }
        return known.reachable();
    }
}
