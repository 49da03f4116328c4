package org.pipewright.platform.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;

/** How long the history of each record type is kept (S-AUD-04). */
@Path("tenants/{tenant}/retention")
@Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class RetentionResource {

    @Inject
    Retention retention;

    /** All record types; those whose history stays for ever have no days. */
    @GET
    public KeptFor.Page retention() {
        return new KeptFor.Page(retention.all());
    }

    /** Keeps the history of a type that long from now on; what is older goes at once. */
    @PUT
    @Path("{recordType}")
    public KeptFor choose(@PathParam("recordType") String recordType, NewRetention wanted) {
        NewRetention given = Optional.ofNullable(wanted).orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED));
        return retention.choose(recordType, given.days());
    }
}
