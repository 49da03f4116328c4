package org.pipewright.platform.switches;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;

/** Modules as the tenant has them. */
@Path("tenants/{tenant}/modules")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ModulesResource {

    @Inject
    Modules modules;

    @Inject
    RecordTypes types;

    @Inject
    Switches switches;

    /** Every module, also those that were refused at the start. */
    @GET
    public ModuleView.Page modules() {
        return ModuleView.page(modules, types, switches.withheld());
    }
}
