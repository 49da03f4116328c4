package org.pipewright.platform.guards;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.rest.ServedOperation;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.errors.Refusal;

/** Asks before every operation whether the caller is one whom it admits; what admits nobody is refused. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class Guard implements ContainerRequestFilter {

    @Context
    ResourceInfo asked;

    @Inject
    Admission admission;

    @Override
    public void filter(ContainerRequestContext request) {
        Admits admits = Optional.ofNullable(asked.getResourceMethod())
                .flatMap(method -> ServedOperation.admits(asked.getResourceClass(), method))
                .orElseThrow(() -> Refusal.of(CoreErrorCode.FORBIDDEN));
        MultivaluedMap<String, String> path = request.getUriInfo().getPathParameters();
        admission.require(admits, path.getFirst("records"));
    }
}
