package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;

/** The caller's signature under mails (S-MAIL-01). */
@Path("tenants/{tenant}/signature")
@Admits(value = Who.MEMBER, feature = Mailbox.FEATURE, capability = CoreModule.MAILS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class SignatureResource {

    @Inject
    Signatures signatures;

    /** The caller's signature; empty if there is none. */
    @GET
    public Signature signature() {
        return new Signature(signatures.mine());
    }

    /** Sets it. */
    @PUT
    public Signature keep(Signature wanted) {
        signatures.keep(RequestBody.present(wanted).text());
        return signature();
    }
}
