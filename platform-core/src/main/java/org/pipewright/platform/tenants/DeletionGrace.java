package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long a demanded deletion can be taken back. */
@ApplicationScoped
class DeletionGrace {

    @Inject
    @ConfigProperty(name = "pipewright.platform.deletion-grace-days", defaultValue = "30")
    int days;

    int days() {
        return days;
    }

    Instant endOf(Instant requestedAt) {
        return requestedAt.plus(Duration.ofDays(days));
    }
}
