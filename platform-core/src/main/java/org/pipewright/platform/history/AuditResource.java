package org.pipewright.platform.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;

/** The audit trail of the whole tenant, newest first. */
@Path("tenants/{tenant}/audit")
@Admits(value = Who.MEMBER, capability = CoreModule.AUDIT)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @Inject
    AuditPages pages;

    /** A page of the trail. */
    @GET
    public AuditEntry.Page audit(@BeanParam AuditSlice slice) {
        return pages.page(slice.conditions());
    }
}
