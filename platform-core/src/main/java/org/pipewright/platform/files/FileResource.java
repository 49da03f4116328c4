package org.pipewright.platform.files;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.files.RecordFile.Link;
import org.pipewright.platform.files.RecordFile.NewLink;
import org.pipewright.platform.files.RecordFile.Renaming;
import org.pipewright.platform.files.RecordFile.Versions;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;

/** One file of a record: its name, its versions, and links to fetch them with. */
@Path("tenants/{tenant}/{records}/{id}/files/{file}")
@Admits(Who.RECORDS)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class FileResource {

    @Inject
    VisibleFiles visible;

    @Inject
    RecordFiles files;

    @Inject
    FileRows rows;

    @Inject
    FileLinks links;

    @PathParam("records")
    String records;

    @PathParam("id")
    UUID id;

    @PathParam("file")
    UUID file;

    /** The file in its latest version. */
    @GET
    public RecordFile file() {
        return found();
    }

    /** Gives it another name. */
    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Admits(value = Who.RECORDS, capability = CoreModule.FILES)
    public RecordFile rename(Renaming wanted) {
        DeclaredType type = visible.type(records, id);
        String name = Optional.ofNullable(wanted)
                .map(Renaming::name)
                .map(FileContent::plain)
                .orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED));
        if (name.isEmpty()) {
            throw InvalidFields.refusal("name", "required");
        }
        files.rename(type, id, visible.changeable(type, id, file), name);
        return visible.file(type, id, file);
    }

    /** Removes it with all its versions. */
    @DELETE
    @Admits(value = Who.RECORDS, capability = CoreModule.FILES)
    public void remove() {
        DeclaredType type = visible.type(records, id);
        files.remove(type, id, visible.changeable(type, id, file));
    }

    /** All versions, latest first. */
    @GET
    @Path("versions")
    public Versions versions() {
        return new Versions(rows.versions(found().id()));
    }

    /** Adds the next version; the body is the file. */
    @POST
    @Path("versions")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Admits(value = Who.RECORDS, capability = CoreModule.FILES)
    @Answers(value = RecordFile.class, status = 201)
    public Response renew(@QueryParam("name") String name, InputStream body) {
        DeclaredType type = visible.type(records, id);
        RecordFile found = visible.file(type, id, file);
        files.renew(type, id, found, visible.content(Optional.ofNullable(name).orElse(found.name()), body));
        return Response.status(Response.Status.CREATED)
                .entity(visible.file(type, id, file))
                .build();
    }

    /** Makes a link to fetch a version with: for the caller alone, and for five minutes. */
    @POST
    @Path("links")
    @Consumes(MediaType.APPLICATION_JSON)
    public Link link(NewLink wanted) {
        RecordFile found = found();
        int version = Optional.ofNullable(wanted).map(NewLink::version).orElse(found.version());
        return links.make(
                links.stored(found.id(), version).orElseThrow(() -> InvalidFields.refusal("version", "not-found")));
    }

    private RecordFile found() {
        return visible.file(visible.type(records, id), id, file);
    }
}
