package org.pipewright.platform.duplicates;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.records.Candidates;
import org.pipewright.platform.records.Candidates.Candidate;
import org.pipewright.platform.records.ListParameters;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** Records of a type that may be the same. */
@Path("tenants/{tenant}/duplicates/{recordType}")
@Admits(Who.MEMBER)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Transactional
public class DuplicatesResource {

    private static final int MOST_AT_ONCE = 100;

    @Inject
    MatchedTypes types;

    @Inject
    Candidates candidates;

    @Inject
    WorkList workList;

    @Inject
    DuplicateScan scan;

    @PathParam("recordType")
    String recordType;

    /** What a record would be like. */
    public record Found(List<Candidate> items) {}

    /**
     * Pairs that are not the same.
     *
     * @param pairs at most a hundred
     */
    public record Dismissal(
            @NotNull @Size(min = 1, max = MOST_AT_ONCE) List<@NotNull @Valid Pair> pairs) {}

    /** Ids of two records. */
    public record Pair(@NotNull UUID first, @NotNull UUID second) {}

    /** A job that was started. */
    public record Started(UUID job) {}

    /** Records that one of these members, as {@code POST} takes them, may be the same as; its id leaves out itself. */
    @POST
    @Answers(Found.class)
    public Response find(JsonObject members) {
        DeclaredType type = types.named(recordType);
        return Response.ok(new Found(candidates.of(type, required(members)))).build();
    }

    /** The work list: pairs nobody has decided about, of records the caller may view, the surest first. */
    @GET
    public WorkList.Page list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue("50") String limit) {
        return workList.page(types.named(recordType), after, ListParameters.limit(limit));
    }

    /** Remembers that pairs are not the same: they do not come back. */
    @POST
    @Path("dismiss")
    @Answers(status = 204)
    public Response dismiss(@Valid Dismissal dismissal) {
        workList.dismiss(types.named(recordType), required(dismissal).pairs());
        return Response.noContent().build();
    }

    /** Looks for pairs among all records of the type. */
    @POST
    @Path("scan")
    @Admits(value = Who.MEMBER, capability = CoreModule.DUPLICATES)
    @Answers(value = Started.class, status = 202)
    public Response scan() {
        UUID job = scan.start(types.named(recordType));
        return Response.accepted(new Started(job)).build();
    }

    private static <T> T required(T body) {
        return Optional.ofNullable(body).orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED));
    }
}
