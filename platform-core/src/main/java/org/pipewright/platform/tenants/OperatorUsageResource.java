package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;
import org.pipewright.platform.usage.Limit;
import org.pipewright.platform.usage.UsageFile;
import org.pipewright.platform.usage.UsageView;

/** What a tenant uses, and what the operator allows it (S-TEN-21, S-TEN-26). */
@Path("operator/tenants")
@Admits(Who.OPERATOR)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OperatorUsageResource {

    @Inject
    OnBehalf onBehalf;

    @Inject
    Allowance allowance;

    /** How much is allowed; null lets the installation's default hold. */
    public record NewLimit(@Min(0) Integer most) {}

    @GET
    @Path("{id}/usage")
    public UsageView usage(@PathParam("id") UUID id) {
        return onBehalf.of(id, allowance::usage);
    }

    /** The months as a file. */
    @GET
    @Path("{id}/usage/months")
    @Produces("text/csv")
    @Answers(String.class)
    public Response months(@PathParam("id") UUID id) {
        byte[] file = onBehalf.of(id, () -> UsageFile.of(allowance.usage().months()));
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"usage.csv\"")
                .build();
    }

    @PUT
    @Path("{id}/limits/{limit}")
    public UsageView limit(@PathParam("id") UUID id, @PathParam("limit") String name, NewLimit wanted) {
        Limit limit = Limit.named(name).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        OptionalLong most = wanted.most() == null ? OptionalLong.empty() : OptionalLong.of(wanted.most());
        return onBehalf.of(id, () -> allowance.limited(limit, most));
    }
}
