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
import java.util.Optional;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.rest.RequestContext;

/** Times every request and tells it to the log: tenant and request id, no names, no addresses, no query. */
@Provider
@ApplicationScoped
public class RequestFigures implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Logger LOGGER = System.getLogger("org.pipewright.requests");
    private static final String STARTED = RequestFigures.class.getName();
    private static final int MILLIS = 1_000_000;

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
        metrics.timer(
                        "pipewright_requests",
                        new Tag("method", request.getMethod()),
                        new Tag("status", response.getStatus() / 100 + "xx"))
                .update(Duration.ofNanos(nanos));
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

    /** The path without anything a person may have typed: ids and words become a star. */
    private static String route(ContainerRequestContext request) {
        return request.getUriInfo()
                .getPath()
                .replaceAll("(tenants/)[^/]+", "$1*")
                .replaceAll("/[^/]*[0-9@%][^/]*", "/*");
    }
}
