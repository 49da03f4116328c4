package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** A mail as its author set it, to be shown in a frame (S-MAIL-04). */
@Path("tenants/{tenant}/messages/{id}/page")
@Admits(value = Who.MEMBER, feature = Mailbox.FEATURE, recordType = Message.NAME)
@ApplicationScoped
@Transactional
public class MessagePageResource {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox;"
                    + " img-src ";

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    Sql sql;

    /** The cleaned markup. Nothing is loaded from elsewhere unless {@code pictures} asks for it. */
    @GET
    @Produces({"text/html;charset=UTF-8", "application/problem+json"})
    @Answers(String.class)
    public Response page(@PathParam("id") UUID id, @QueryParam("pictures") @DefaultValue("false") boolean pictures) {
        if (!reading.allows(types.named(Message.NAME).orElseThrow(), id, Action.VIEW)) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        String markup = sql.first(
                        "select html from core.message where id = ? and html is not null", row -> row.getString(1), id)
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        return Response.ok(MailMarkup.page(markup))
                .header("Content-Security-Policy", POLICY + (pictures ? "https: http:" : "'none'"))
                .header("X-Frame-Options", "SAMEORIGIN")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
