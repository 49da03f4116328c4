package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;

/** The records of deletions, for the operator: those under way, and the certificates of those carried out. */
@Path("operator/deletions")
@Admits(Who.OPERATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeletionRecordsResource {

    @Inject
    Deletions deletions;

    /** All of them, the latest first. */
    @GET
    public DeletionRecord.Page records() {
        return new DeletionRecord.Page(deletions.all());
    }
}
