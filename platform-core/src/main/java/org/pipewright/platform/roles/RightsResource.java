package org.pipewright.platform.roles;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.modules.CoreModule;

/** The catalogue of rights, from which the role editor is drawn. */
@Path("tenants/{tenant}/rights")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class RightsResource {

    @Inject
    RightsCatalogue catalogue;

    @Inject
    CallerBinding caller;

    /** Everything that can be granted. */
    @GET
    public RightsCatalogue.Page rights() {
        caller.requireCapability(CoreModule.ROLES);
        return new RightsCatalogue.Page(catalogue.subjects());
    }
}
