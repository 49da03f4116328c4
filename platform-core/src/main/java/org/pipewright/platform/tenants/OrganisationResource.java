package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.rest.EntityTag;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** The organisation's profile: everybody of the tenant may read it. */
@Path("tenants/{tenant}/organisation")
@Admits(Who.MEMBER)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Transactional
public class OrganisationResource {

    @Inject
    Organisation organisation;

    @GET
    @Answers(OrganisationProfile.class)
    public Response profile() {
        OrganisationProfile profile = organisation.profile();
        return Response.ok(profile)
                .header(HttpHeaders.ETAG, EntityTag.of(profile.version()))
                .build();
    }

    @PATCH
    @Admits(value = Who.MEMBER, capability = CoreModule.SETTINGS)
    @Answers(OrganisationProfile.class)
    public Response change(@HeaderParam("If-Match") String expected, JsonObject patch) {
        if (patch == null) {
            throw Refusal.of(CoreErrorCode.MALFORMED);
        }
        organisation.change(patch, EntityTag.required(expected));
        return profile();
    }
}
