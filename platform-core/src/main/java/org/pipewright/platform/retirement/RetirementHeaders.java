package org.pipewright.platform.retirement;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.modules.Retiring;

/** Adds to every answer the version it comes from, and to those of retiring operations when they go. */
@Provider
public class RetirementHeaders implements ContainerResponseFilter {

    @Context
    ResourceInfo asked;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().putSingle("Pipewright-Version", CoreModule.VERSION);
        Optional.ofNullable(asked.getResourceMethod())
                .flatMap(method -> of(asked.getResourceClass(), method))
                .ifPresent(retiring -> add(retiring, response.getHeaders()));
    }

    /** What is declared of a method, else of its class. */
    public static Optional<Retiring> of(Class<?> resource, Method method) {
        return Stream.of(method, resource)
                .map(element -> element.getAnnotation(Retiring.class))
                .filter(found -> found != null)
                .findFirst();
    }

    static void add(Retiring retiring, MultivaluedMap<String, Object> headers) {
        headers.putSingle("Deprecation", "@" + startOf(retiring.since()).getEpochSecond());
        headers.add("Link", "<" + retiring.instead() + ">; rel=\"deprecation\"");
        if (!retiring.until().isEmpty()) {
            headers.putSingle(
                    "Sunset",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(LocalDate.parse(retiring.until())
                            .atTime(LocalTime.MAX.withNano(0))
                            .atOffset(ZoneOffset.UTC)));
        }
    }

    private static Instant startOf(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
