package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.rest.EntityTag;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.texts.AskedLanguage;

/** The standard endpoints of every record type. */
@Path("tenants/{tenant}/{records}")
@Admits(Who.RECORDS)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
@Transactional
public class RecordsResource {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    ReportReading reports;

    @Inject
    Movements movements;

    @Inject
    RecordWriting writing;

    @Inject
    VerbCalls verbs;

    @Inject
    VerbProposals proposals;

    @Inject
    Bulk bulk;

    @Inject
    PartLists partLists;

    @Inject
    RecordBin bin;

    @Inject
    Merges merges;

    @Inject
    RecordHistory recordHistory;

    @Inject
    RecordStates states;

    @Inject
    Differences differences;

    @Inject
    CallerBinding callers;

    @Context
    UriInfo uri;

    @Context
    HttpHeaders headers;

    /** A page of the list. */
    @GET
    public String list(@BeanParam ListParameters parameters) {
        return reading.list(type(), parameters.request(), parameters.counted(), parameters.included());
    }

    /** Counts and sums of the list by the value of a field. */
    @GET
    @Path("groups")
    public RecordReading.Groups groups(
            @QueryParam("by") String by,
            @QueryParam("sum") String sum,
            @QueryParam("weight") String weight,
            @QueryParam("filter") String filter,
            @QueryParam("q") String words) {
        return reading.groups(type(), new RecordReading.Figures(by, sum, weight), filter, words);
    }

    /** A report the record type declares. */
    @GET
    @Path("reports/{report}")
    public ReportReading.Result report(
            @PathParam("report") String report,
            @QueryParam("by") String by,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("filter") String filter,
            @QueryParam("at") String at) {
        return reports.read(type(), report, new ReportReading.Question(by, from, to, filter, at));
    }

    /** How what a report is about changed between two days. */
    @GET
    @Path("reports/{report}/movement")
    public Movements.Movement movement(
            @PathParam("report") String report,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("first") String first,
            @QueryParam("last") String last,
            @QueryParam("filter") String filter) {
        return movements.read(type(), report, new Movements.Span(from, to, first, last, filter));
    }

    /** A page of what lies in the bin and may be restored, last deleted first. */
    @GET
    @Path("bin")
    @Admits(value = Who.RECORDS, action = Action.DELETE)
    public RecordBin.Page bin(
            @QueryParam("q") String words,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        return bin.page(type(), words, after, ListParameters.limit(limit));
    }

    /** Makes a record; {@code duplicates=allow} also one that is taken for another and blocked (S-DUP-02). */
    @POST
    @Admits(value = Who.RECORDS, action = Action.CREATE)
    public Response create(@QueryParam("duplicates") String duplicates, JsonObject members) {
        DeclaredType type = type();
        UUID id = despite(duplicates, () -> writing.create(type, body(members), false));
        return shown(
                Response.created(
                        uri.getAbsolutePathBuilder().path(id.toString()).build()),
                reading.made(type, id, record -> verbs.offered(type, record)));
    }

    /** The same done to many records; each in a transaction of its own. */
    @POST
    @Path("bulk")
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    @Admits(value = Who.RECORDS, capability = CoreModule.BULK)
    public BulkResult bulk(BulkRequest request) {
        return bulk.apply(type(), request, AskedLanguage.of(headers));
    }

    /** One record; of one that was merged, the address of what it became (S-REC-07). */
    @GET
    @Path("{id}")
    public Response view(@PathParam("id") String id, @QueryParam("include") String include) {
        UUID record = id(id);
        try {
            DeclaredType type = type();
            return shown(
                    Response.ok(),
                    reading.view(type, record, found -> verbs.offered(type, found), ListParameters.names(include)));
        } catch (Refusal refusal) {
            UUID winner = merges.successor(type(), record).orElseThrow(() -> refusal);
            String address = uri.getAbsolutePath().toString().replaceFirst("[^/]+$", winner.toString());
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create(address))
                    .build();
        }
    }

    /** Changes fields of a record by JSON Merge Patch. */
    @PATCH
    @Path("{id}")
    public Response change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String expected,
            @QueryParam("duplicates") String duplicates,
            JsonObject members) {
        Optional<Integer> version = EntityTag.required(expected);
        unlessOvertaken(
                id,
                () -> despite(duplicates, () -> {
                    writing.change(type(), id(id), body(members), version);
                    return null;
                }));
        return shown(Response.ok(), id(id));
    }

    /**
     * Puts a record into the bin.
     *
     * @param replacement entry of the same list that all records get which have the deleted one
     */
    @DELETE
    @Path("{id}")
    public Response delete(
            @PathParam("id") String id,
            @HeaderParam("If-Match") String expected,
            @QueryParam("replacement") String replacement) {
        unlessOvertaken(
                id,
                () -> writing.delete(type(), id(id), EntityTag.optional(expected), Optional.ofNullable(replacement)));
        return Response.noContent().build();
    }

    /**
     * Takes a record out of the bin. If records lie there to which it belongs, {@code parents} says whether to {@code
     * restore} them too or to {@code leave} them; without it they are told and nothing happens (S-REC-04).
     */
    @POST
    @Path("{id}/restore")
    @Admits(value = Who.RECORDS, action = Action.DELETE)
    public Response restore(@PathParam("id") String id, @QueryParam("parents") String parents) {
        writing.restore(type(), id(id), BinnedParents.Fate.of(parents));
        return shown(Response.ok(), id(id));
    }

    /** Does a verb to a record. */
    @POST
    @Path("{id}/{verb}")
    public Response perform(
            @PathParam("id") String id,
            @PathParam("verb") String verb,
            @HeaderParam("If-Match") String expected,
            @QueryParam("duplicates") String duplicates,
            JsonObject input) {
        JsonObject members = input == null ? JsonObject.EMPTY_JSON_OBJECT : input;
        unlessOvertaken(
                id,
                () -> despite(duplicates, () -> {
                    verbs.call(type(), id(id), verb, members, EntityTag.optional(expected));
                    return null;
                }));
        return shown(Response.ok(), id(id));
    }

    /** What a verb proposes for a record: its form opens filled in. Or the parts of that path that a record has. */
    @GET
    @Path("{id}/{verb}")
    public String proposal(@PathParam("id") String id, @PathParam("verb") String verb) {
        DeclaredType part = types.parts(type()).get(verb);
        return part == null ? proposals.of(type(), id(id), verb).toString() : partLists.read(part, id(id));
    }

    /** Saves all parts of that path that a record has, in one go. */
    @PUT
    @Path("{id}/{verb}")
    @Admits(value = Who.RECORDS, action = Action.EDIT)
    public Response save(
            @PathParam("id") String id,
            @PathParam("verb") String path,
            @HeaderParam("If-Match") String expected,
            JsonObject items) {
        DeclaredType part = Optional.ofNullable(types.parts(type()).get(path))
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        unlessOvertaken(id, () -> partLists.save(part, id(id), body(items), EntityTag.required(expected)));
        return Response.ok(partLists.read(part, id(id)))
                .header("ETag", EntityTag.of(reading.version(type(), id(id))))
                .build();
    }

    /** What happened to a record, newest first. */
    @GET
    @Path("{id}/history")
    public String history(
            @PathParam("id") String id,
            @QueryParam("after") String after,
            @QueryParam("limit") @DefaultValue("50") String limit) {
        return recordHistory.page(type(), id(id), ListParameters.position(after), ListParameters.limit(limit));
    }

    /** What a record was like at a moment of the past. */
    @GET
    @Path("{id}/state")
    public RecordStates.State state(@PathParam("id") String id, @QueryParam("at") String at) {
        return states.of(type(), id(id), at);
    }

    /** What differs between a record and the version before it. */
    @GET
    @Path("{id}/differences")
    public Differences.Difference differences(@PathParam("id") String id) {
        return differences.of(type(), id(id));
    }

    /** Whoever was overtaken is told with the refusal how the record stands now, as far as they may see it (S-OPP-28). */
    private void unlessOvertaken(String id, Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            if (refusal.code() != CoreErrorCode.STALE) {
                throw refusal;
            }
            DeclaredType type = type();
            String current = reading.view(type, id(id), record -> verbs.offered(type, record))
                    .members();
            throw new Refusal(CoreErrorCode.STALE, Map.of("current", FieldValues.object(current)), List.of());
        }
    }

    private <T> T despite(String duplicates, Supplier<T> work) {
        if (duplicates == null) {
            return work.get();
        }
        if (!duplicates.equals("allow")) {
            throw InvalidFields.refusal("duplicates", "not-a-choice");
        }
        callers.requireCapability(CoreModule.DUPLICATES);
        return callers.despiteDuplicates(work);
    }

    private DeclaredType type() {
        return types.at(uri.getPathParameters().getFirst("records"));
    }

    private static UUID id(String id) {
        try {
            if (id.length() == 36) {
                return UUID.fromString(id);
            }
        } catch (IllegalArgumentException e) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        throw Refusal.of(CoreErrorCode.NOT_FOUND);
    }

    private static JsonObject body(JsonObject members) {
        if (members == null) {
            throw Refusal.of(CoreErrorCode.MALFORMED);
        }
        return members;
    }

    private Response shown(Response.ResponseBuilder response, UUID id) {
        DeclaredType type = type();
        return shown(response, reading.view(type, id, record -> verbs.offered(type, record)));
    }

    private static Response shown(Response.ResponseBuilder response, RecordReading.View view) {
        return response.entity(view.members())
                .header("ETag", EntityTag.of(view.version()))
                .build();
    }
}
