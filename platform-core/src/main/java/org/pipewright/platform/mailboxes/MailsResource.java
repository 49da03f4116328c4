package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** Mails from a record that takes activities, by whoever sees it and may send mails (S-MAIL-01). */
@Path("tenants/{tenant}/{records}/{id}/mails")
@Admits(value = Who.RECORDS, feature = Mailbox.FEATURE)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class MailsResource {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    CallerBinding callers;

    @Inject
    WritingMails mails;

    @Inject
    MailBeginnings beginnings;

    @PathParam("records")
    String records;

    @PathParam("id")
    UUID id;

    /** What a new mail begins with: whom it can go to, the caller's signature, and a template filled in for the record. */
    @GET
    public MailStart start(@QueryParam("template") UUID template, @QueryParam("answers") UUID answers) {
        return beginnings.of(visible(), id, template, answers);
    }

    /** Sends a mail: it is kept with the record and goes out once this has been answered. */
    @POST
    @Answers(value = SentMail.class, status = 201)
    public Response send(NewMail mail) {
        DeclaredType type = visible();
        SentMail sent = mails.take(type, id, RequestBody.present(mail));
        return Response.status(Response.Status.CREATED)
                .header("Location", "messages/" + sent.id())
                .entity(sent)
                .build();
    }

    private DeclaredType visible() {
        DeclaredType type = types.at(records);
        reading.requireVisible(type, id);
        if (!type.declaration().activities()) {
            throw Refusal.of(CoreErrorCode.NOT_OFFERED, Message.NAME);
        }
        callers.requireCapability(CoreModule.MAILS);
        return type;
    }
}
