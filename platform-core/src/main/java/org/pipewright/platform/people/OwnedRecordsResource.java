package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.people.OwnedRecords.Owned;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;

/** How much a person owns, asked before the person is deactivated. */
@Path("tenants/{tenant}/people/{id}/owned")
@Admits(value = Who.MEMBER, capability = CoreModule.PEOPLE)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class OwnedRecordsResource {

    @Inject
    OwnedRecords ownedRecords;

    @Inject
    Records records;

    /** Counts by record type. */
    public record OwnedList(List<Owned> items) {}

    @GET
    public OwnedList owned(@PathParam("id") UUID id) {
        Member member = records.withId(Member.class, id).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        return new OwnedList(ownedRecords.of(member.id()));
    }
}
