package org.pipewright.platform.switches;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.identity.CurrentVisitor;
import org.pipewright.platform.identity.IdentitySettings;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.spi.errors.Refusal;

/** Modules of the installation, for the operator. */
@Path("modules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class InstalledModulesResource {

    @Inject
    Modules modules;

    @Inject
    CurrentVisitor current;

    @Inject
    IdentitySettings settings;

    /** Every module, also those that were refused at the start. */
    @GET
    public ModuleView.Page modules() {
        if (!settings.isOperator(current.visitor().person().email())) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN);
        }
        return ModuleView.page(modules, Set.of());
    }
}
