package org.pipewright.platform.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;

/** The catalogue of rights, from which the role editor is drawn. */
@Path("tenants/{tenant}/rights")
@Admits(value = Who.MEMBER, capability = CoreModule.ROLES)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class RightsResource {

    @Inject
    RightsCatalogue catalogue;

    /** Everything that can be granted. */
    @GET
    public RightsCatalogue.Page rights() {
        return new RightsCatalogue.Page(catalogue.subjects());
    }
}
