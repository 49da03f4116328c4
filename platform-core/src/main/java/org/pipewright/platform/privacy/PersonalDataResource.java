package org.pipewright.platform.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;

/** What is known of the person a record is about, and the erasing of it. */
@Path("tenants/{tenant}/personal-data/{recordType}/{id}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
@Admits(value = Who.MEMBER, capability = CoreModule.PRIVACY)
public class PersonalDataResource {

    @Inject
    RecordTypes types;

    @Inject
    PersonalData data;

    @Inject
    Erasure erasure;

    @PathParam("recordType")
    String recordType;

    @PathParam("id")
    String id;

    /** Records that tell something about the person. */
    public record Known(List<PersonalRecord> records) {}

    @GET
    public Known view() {
        return new Known(data.about(type(), id()).records());
    }

    /** Empties what is known and answers what is left of the records. */
    @POST
    @Path("erase")
    public Known erase() {
        erasure.erase(data.about(type(), id()));
        return new Known(data.about(type(), id()).records());
    }

    private DeclaredType type() {
        return types.named(recordType).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    private UUID id() {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
    }
}
