package org.pipewright.platform.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Answers;
import org.pipewright.platform.texts.AskedLanguage;

/**
 * Imports, step by step: {@code POST} a file; {@code PUT} its mapping (the answer to the upload has a suggestion);
 * {@code validate}, and follow it with {@code GET} until {@code work} is null; look at the {@code rows} and mend cells;
 * {@code run}, and follow that; then {@code undo} if need be.
 */
@Path("tenants/{tenant}/imports")
@Admits(value = Who.MEMBER, capability = CoreModule.IMPORTS)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ImportsResource {

    private static final int LARGEST_FILE = 50_000_000;
    private static final int LONGEST_NAME = 200;
    private static final String CSV = "text/csv";

    @Inject
    Imports imports;

    @Inject
    ImportViews views;

    @Inject
    ImportRows rows;

    @Inject
    ImportFiles files;

    @Inject
    ColumnValues columnValues;

    @Context
    HttpHeaders headers;

    /** The latest imports the caller may see, newest first, without samples and counts. */
    @GET
    public ImportView.Page imports() {
        return new ImportView.Page(imports.latest().stream().map(views::brief).toList());
    }

    /**
     * Takes a file in. Encoding and delimiter are found out unless told; the answer has the columns, a sample and a
     * suggested mapping.
     */
    @POST
    @Consumes({
        CSV,
        "text/plain",
        "text/tab-separated-values",
        "application/csv",
        "application/vnd.ms-excel",
        "application/octet-stream"
    })
    @Answers(value = ImportView.class, status = 201)
    public Response upload(
            @QueryParam("recordType") String recordType,
            @QueryParam("fileName") String fileName,
            @QueryParam("encoding") String encoding,
            @QueryParam("delimiter") String delimiter,
            InputStream body) {
        DeclaredType type = imports.importable(recordType);
        Imports.Upload upload =
                new Imports.Upload(bytes(body), name(fileName), charset(encoding), delimiter(delimiter));
        UUID id = imports.upload(type, upload);
        return Response.status(Response.Status.CREATED)
                .header("Location", "imports/" + id)
                .entity(view(id))
                .build();
    }

    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw Refusal.of(CoreErrorCode.TOO_LARGE);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(String fileName) {
        if (fileName == null || fileName.isBlank()) {
            return null;
        }
        String name = fileName.replaceAll("[\\p{Cntrl}]", "").strip();
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private static Optional<Charset> charset(String name) {
        try {
            return name == null || name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw InvalidFields.refusal("encoding", "invalid");
        }
    }

    private static Optional<Character> delimiter(String text) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        String one = text.equals("tab") || text.equals("\\t") ? "\t" : text;
        if (one.length() != 1 || !",;\t|".contains(one)) {
            throw InvalidFields.refusal("delimiter", "invalid");
        }
        return Optional.of(one.charAt(0));
    }

    /** One import with its counts; poll it while {@code work} is not null. */
    @GET
    @Path("{id}")
    public ImportView view(@PathParam("id") String id) {
        return view(id(id));
    }

    private ImportView view(UUID id) {
        return views.full(imports.visible(id));
    }

    /** Sets the mapping; it is remembered for the next file of the same header. */
    @PUT
    @Path("{id}/mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    public ImportView map(@PathParam("id") String id, ImportMapping mapping) {
        if (mapping == null) {
            throw Refusal.of(CoreErrorCode.MALFORMED);
        }
        imports.map(id(id), mapping);
        return view(id);
    }

    /** The values of a column, and which records or choices of a field they are or probably mean. */
    @GET
    @Path("{id}/values")
    public ImportView.Values values(
            @PathParam("id") String id, @QueryParam("column") String column, @QueryParam("field") String field) {
        Import imported = imports.visible(id(id));
        DeclaredType type = imports.importable(imported.recordType());
        DeclaredField declared = type.field(field == null ? "" : field)
                .filter(candidate -> !candidate.readOnly())
                .orElseThrow(() -> InvalidFields.refusal("field", "invalid"));
        if (!imported.columns().contains(column)) {
            throw InvalidFields.refusal("column", "invalid");
        }
        return columnValues.of(imported, type, declared, column);
    }

    /** Rehearses the import: every row is checked as in the run, nothing is written. */
    @POST
    @Path("{id}/validate")
    @Answers(value = ImportView.class, status = 202)
    public Response validate(@PathParam("id") String id) {
        imports.validate(id(id));
        return accepted(id);
    }

    /** Brings the rows in. */
    @POST
    @Path("{id}/run")
    @Answers(value = ImportView.class, status = 202)
    public Response run(@PathParam("id") String id) {
        imports.run(id(id));
        return accepted(id);
    }

    /** Ends the work on it; rows that came in stay. */
    @POST
    @Path("{id}/cancel")
    @Answers(value = ImportView.class, status = 202)
    public Response cancel(@PathParam("id") String id) {
        imports.cancel(id(id));
        return accepted(id);
    }

    /** Takes back what it made and changed, except what was changed since. */
    @POST
    @Path("{id}/undo")
    @Answers(value = ImportView.class, status = 202)
    public Response undo(@PathParam("id") String id) {
        imports.undo(id(id));
        return accepted(id);
    }

    private Response accepted(String id) {
        return Response.accepted(view(id)).build();
    }

    /** Forgets the file and what became of its rows; the records stay. */
    @DELETE
    @Path("{id}")
    @Answers(status = 204)
    public Response delete(@PathParam("id") String id) {
        imports.delete(id(id));
        return Response.noContent().build();
    }

    /**
     * Rows of the file. {@code state} is one of the states of rows, or {@code error} (every row that does or did not
     * come in), {@code incomplete}, {@code duplicate}, {@code update}.
     */
    @GET
    @Path("{id}/rows")
    public ImportView.Rows rows(
            @PathParam("id") String id,
            @QueryParam("state") String state,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        Import imported = imports.visible(id(id));
        RowFilter filter = RowFilter.of(state).orElseThrow(() -> InvalidFields.refusal("state", "invalid"));
        return views.rows(imported, filter, number(after, 0, "after"), limit(limit), AskedLanguage.of(headers));
    }

    /** Changes cells of a row before the run; the row is rehearsed again at once. */
    @PATCH
    @Path("{id}/rows/{n}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public ImportView.RowView change(@PathParam("id") String id, @PathParam("n") String n, RowChange change) {
        if (change == null) {
            throw Refusal.of(CoreErrorCode.MALFORMED);
        }
        Import imported = imports.visible(id(id));
        int row = rowNumber(n);
        imports.change(imported.id(), row, change);
        return rows.known(imported.id(), RowFilter.ALL, row - 1, 1).stream()
                .map(known -> views.row(imported, known, AskedLanguage.of(headers)))
                .findFirst()
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    /** The rows that did not come in, as they were sent, with the reason in a column of its own. */
    @GET
    @Path("{id}/errors.csv")
    @Produces(CSV)
    @Answers(String.class)
    public Response errors(@PathParam("id") String id) {
        Import imported = imports.visible(id(id));
        return download(files.errors(imported, AskedLanguage.of(headers)), "errors.csv");
    }

    /** A file with the columns a type can be imported from. */
    @GET
    @Path("templates/{recordType}.csv")
    @Produces(CSV)
    @Answers(String.class)
    public Response template(@PathParam("recordType") String recordType) {
        DeclaredType type = imports.importable(recordType);
        return download(files.template(type, AskedLanguage.of(headers)), type.path() + ".csv");
    }

    private static Response download(byte[] file, String name) {
        return Response.ok(file, CSV + ";charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private static int limit(String text) {
        int limit = number(text, 50, "limit");
        if (limit < 1 || limit > 200) {
            throw InvalidFields.refusal("limit", "invalid");
        }
        return limit;
    }

    private static int number(String text, int absent, String field) {
        try {
            return text == null || text.isEmpty() ? absent : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw InvalidFields.refusal(field, "invalid");
        }
    }

    private static int rowNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
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
}
