package org.pipewright.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.rest.RequestContext;

/** Times every request and tells it to the log: tenant and request id, no names, no addresses, no query. */
@Provider
@ApplicationScoped
public class RequestFigures implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOGGER = System.getLogger("org.pipewright.requests");
    private static final String STARTED = RequestFigures.class.getName();
    private static final int MILLIS = 1_000_000;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");
    private static final Pattern TENANT = Pattern.compile("(tenants/)[^/]+");
    private static final Pattern TYPED = Pattern.compile("/[^/]*[0-9@%][^/]*");

    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    @Inject
    MetricRegistry metrics;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(STARTED, System.nanoTime());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        long nanos = Optional.ofNullable((Long) request.getProperty(STARTED))
                .map(started -> System.nanoTime() - started)
                .orElse(0L);
        timer(request.getMethod(), response.getStatus() / 100 + "xx").update(Duration.ofNanos(nanos));
        LOGGER.log(
                Level.INFO,
                "request {0} tenant {1}: {2} {3} {4} in {5} ms",
                RequestContext.requestId().orElse("-"),
                BoundTenant.current().map(Object::toString).orElse("-"),
                request.getMethod(),
                String.valueOf(response.getStatus()),
                route(request),
                String.valueOf(nanos / MILLIS));
    }

    /** Methods nobody has heard of share one figure: there is no end of them. */
    private Timer timer(String given, String status) {
        String method = METHODS.contains(given) ? given : "other";
        return timers.computeIfAbsent(
                method + " " + status,
                key -> metrics.timer("pipewright_requests", new Tag("method", method), new Tag("status", status)));
    }

    /** The path without anything a person may have typed: ids and words become a star. */
    private static String route(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return TYPED.matcher(TENANT.matcher(path).replaceAll("$1*")).replaceAll("/*");
    }
}
