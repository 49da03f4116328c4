package org.pipewright.platform.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** Domains by whose e-mail addresses people become members (S-AUTH-04). */
@Path("tenants/{tenant}/email-domains")
@Admits(value = Who.MEMBER, capability = CoreModule.PEOPLE)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class EmailDomainsResource {

    @Inject
    EmailDomains domains;

    @Inject
    EmailDomainRows rows;

    @Inject
    DomainRecords records;

    @Context
    UriInfo uri;

    /** All domains the tenant has named. */
    public record EmailDomainList(List<EmailDomainView> items) {}

    /** One of them, with the record that proves it. */
    public record EmailDomainView(
            UUID id,
            String domain,
            boolean proven,
            Instant provenAt,
            Named role,
            Named team,
            String recordName,
            String recordText,
            Instant createdAt) {}

    /** A role or a team. */
    public record Named(UUID id, String name) {}

    @GET
    public EmailDomainList list() {
        return new EmailDomainList(
                rows.all().stream().map(EmailDomainsResource::view).toList());
    }

    @POST
    @Answers(value = EmailDomainView.class, status = 201)
    public Response add(NewEmailDomain wanted) {
        UUID id = domains.add(RequestBody.present(wanted));
        return Response.created(uri.getAbsolutePathBuilder().path(id.toString()).build())
                .entity(view(domains.withId(id)))
                .build();
    }

    /** Changes what people get who come by the domain from now on. */
    @PUT
    @Path("{id}")
    public EmailDomainView change(@PathParam("id") UUID id, DomainTerms terms) {
        domains.change(id, RequestBody.present(terms));
        return view(domains.withId(id));
    }

    /** Looks for the record and, if it is there, makes the domain the tenant's. */
    @POST
    @Path("{id}/prove")
    @Transactional(TxType.NOT_SUPPORTED)
    public EmailDomainView prove(@PathParam("id") UUID id) {
        EmailDomain domain = domains.read(id);
        if (!records.tell(domain)) {
            throw Refusal.of(CoreErrorCode.NOT_PROVEN, domain.domain().name());
        }
        domains.proven(id);
        return view(domains.read(id));
    }

    /** Forgets the domain; who came by it stays. */
    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") UUID id) {
        domains.remove(id);
    }

    private static EmailDomainView view(EmailDomain domain) {
        return new EmailDomainView(
                domain.id(),
                domain.domain().name(),
                domain.isProven(),
                domain.provenAt(),
                new Named(domain.role(), domain.roleName()),
                domain.team() == null ? null : new Named(domain.team(), domain.teamName()),
                domain.domain().recordName(),
                domain.recordText(),
                domain.createdAt());
    }
}
