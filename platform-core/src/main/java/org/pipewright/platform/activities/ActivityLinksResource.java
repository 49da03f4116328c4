package org.pipewright.platform.activities;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.errors.Refusal;

/** The records an activity is about (S-ACT-02). Whoever may edit the activity links it to what they may see. */
@Path("tenants/{tenant}/activities/{id}/links")
@Admits(value = Who.MEMBER, feature = Activity.FEATURE, recordType = Activity.NAME)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class ActivityLinksResource {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    ActivityLinks links;

    @PathParam("id")
    UUID id;

    /**
     * A record to link to.
     *
     * @param recordType name of its type
     * @param id of the record
     */
    public record NewLink(
            @NotNull String recordType, @NotNull UUID id) {}

    /** The links whose records the caller may view. */
    @GET
    public ActivityLink.Page links() {
        require(Action.VIEW);
        return new ActivityLink.Page(links.of(id));
    }

    /** Links the activity to one record more. */
    @POST
    public ActivityLink.Page link(NewLink wanted) {
        require(Action.EDIT);
        NewLink link = Optional.ofNullable(wanted).orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED));
        LinkedRecord record = new LinkedRecord(link.recordType(), link.id());
        links.requireLinkable(record, "recordType", "id");
        links.link(id, record);
        links.note(id, "link");
        return new ActivityLink.Page(links.of(id));
    }

    /** Takes a link away. */
    @DELETE
    @Path("{recordType}/{record}")
    public void unlink(@PathParam("recordType") String recordType, @PathParam("record") UUID record) {
        require(Action.EDIT);
        boolean visible = links.of(id).stream()
                .anyMatch(link ->
                        link.recordType().equals(recordType) && link.id().equals(record));
        if (!visible || !links.unlink(id, new LinkedRecord(recordType, record))) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        links.note(id, "unlink");
    }

    private void require(String action) {
        DeclaredType type = types.named(Activity.NAME).orElseThrow();
        reading.requireVisible(type, id);
        if (!reading.allows(type, id, action)) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, Activity.NAME + ":" + action);
        }
    }
}
