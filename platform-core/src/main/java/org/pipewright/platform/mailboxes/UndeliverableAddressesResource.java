package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** Addresses from which mails came back, for those who send mails (S-MAIL-01). */
@Path("tenants/{tenant}/undeliverable-addresses")
@Admits(value = Who.MEMBER, feature = Mailbox.FEATURE, capability = CoreModule.MAILS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class UndeliverableAddressesResource {

    private static final int MOST = 100;

    @Inject
    UndeliverableAddresses addresses;

    /**
     * The latest thousand.
     *
     * @param wanted addresses of which the marked ones are told, at most a hundred; all if there are none
     */
    @GET
    public UndeliverableAddress.Page addresses(@QueryParam("address") List<String> wanted) {
        if (wanted.size() > MOST) {
            throw InvalidFields.refusal("address", "out-of-range");
        }
        return new UndeliverableAddress.Page(
                wanted.isEmpty()
                        ? addresses.all()
                        : List.copyOf(addresses.among(wanted).values()));
    }

    /** Takes the mark away from an address that works again. */
    @DELETE
    @Path("{address}")
    @Answers(status = 204)
    public Response clear(@PathParam("address") String address) {
        if (!addresses.clear(address)) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        return Response.noContent().build();
    }
}
