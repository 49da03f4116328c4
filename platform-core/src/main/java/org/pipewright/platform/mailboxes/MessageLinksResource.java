package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.activities.Activity;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.activities.LinkedRecord;
import org.pipewright.platform.spi.errors.Refusal;

/** The records a mail is about, and new ones that were made of it (S-ACT-06, S-OPP-06). */
@Path("tenants/{tenant}/messages/{id}/links")
@Admits(value = Who.MEMBER, feature = Mailbox.FEATURE, recordType = Message.NAME)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class MessageLinksResource {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    CallerBinding callers;

    @Inject
    MessageLinks links;

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

    /** What the mail is about, as far as the caller sees it. */
    @GET
    public LinkedMail links() {
        requireReadable();
        return links.of(id);
    }

    /** Links the mail to one record more. It is noted as an activity, once, which stands in the record's timeline. */
    @POST
    public LinkedMail link(NewLink wanted) {
        requireReadable();
        NewLink link = RequestBody.present(wanted);
        return links.link(id, new LinkedRecord(link.recordType(), link.id()));
    }

    /** Nothing is made of a mail by somebody who may not read it. */
    private void requireReadable() {
        callers.requireFeature(Activity.FEATURE);
        if (!reading.allows(types.named(Message.NAME).orElseThrow(), id, Action.VIEW)) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
    }
}
