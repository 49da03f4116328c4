package org.pipewright.platform.switches;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;

/** Modules of the installation, for the operator. */
@Path("modules")
@Admits(Who.OPERATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class InstalledModulesResource {

    @Inject
    Modules modules;

    @Inject
    RecordTypes types;

    /** Every module, also those that were refused at the start. */
    @GET
    public ModuleView.Page modules() {
        return ModuleView.page(modules, types, Set.of());
    }
}
