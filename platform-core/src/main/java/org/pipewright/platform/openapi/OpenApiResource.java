package org.pipewright.platform.openapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;

/** The OpenAPI document of a tenant, as far as the caller has its features and fields. */
@Path("tenants/{tenant}/openapi")
@Admits(Who.MEMBER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {

    @Inject
    OpenApiDocuments documents;

    @Inject
    CallerBinding callers;

    /** The document. */
    @GET
    public String document() {
        return documents.of(callers.caller()).toString();
    }
}
