package org.pipewright.platform.files;

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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.util.UUID;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/**
 * Files of a record (S-REC-02): seen by whoever sees the record, added by whoever may add files at all, also where the
 * record itself is closed to changes.
 */
@Path("tenants/{tenant}/{records}/{id}/files")
@Admits(Who.RECORDS)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class FilesResource {

    @Inject
    VisibleFiles visible;

    @Inject
    RecordFiles files;

    @PathParam("records")
    String records;

    @PathParam("id")
    UUID id;

    @Context
    UriInfo uri;

    /** The files of the record and of what is part of its story, latest first. */
    @GET
    public RecordFile.Page files() {
        return new RecordFile.Page(files.of(visible.type(records, id), id));
    }

    /** Adds one; the body is the file. With a field it becomes the value of that own field of the record. */
    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Admits(value = Who.RECORDS, capability = CoreModule.FILES)
    @Answers(value = RecordFile.class, status = 201)
    public Response add(@QueryParam("name") String name, @QueryParam("field") String field, InputStream body) {
        DeclaredType type = visible.type(records, id);
        UUID made = field == null
                ? files.add(type, id, visible.content(name, body))
                : files.fill(type, id, visible.field(type, field), visible.content(name, body));
        return Response.created(
                        uri.getAbsolutePathBuilder().path(made.toString()).build())
                .entity(visible.file(type, id, made))
                .build();
    }
}
