package org.pipewright.platform.exports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Locale;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.ExportNote;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;
import org.pipewright.platform.texts.AskedLanguage;

/** Exports of every record type. */
@Path("tenants/{tenant}/{records}/export")
@Admits(value = Who.RECORDS, action = Action.EXPORT, capability = CoreModule.EXPORTS)
@RequestScoped
public class ExportResource {

    private static final String CSV = "text/csv";

    @Inject
    RecordTypes types;

    @Inject
    Exports exports;

    @Inject
    ExportNote note;

    @Context
    HttpHeaders headers;

    /**
     * The records of a list as a file.
     *
     * @param format {@code csv} (the default) or {@code xlsx}
     * @param header {@code labels} in the caller's language (the default) or {@code names} of the fields
     * @param byteOrderMark whether a CSV file begins with one, which some spreadsheets need
     */
    @GET
    @Produces({CSV, ListFile.XLSX})
    @Answers(String.class)
    public Response export(
            @PathParam("records") String path,
            @QueryParam("format") @DefaultValue("csv") String format,
            @QueryParam("filter") @DefaultValue("") String filter,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("sort") @DefaultValue("") String sort,
            @QueryParam("fields") @DefaultValue("") String fields,
            @QueryParam("header") @DefaultValue("labels") String header,
            @QueryParam("bom") @DefaultValue("true") String byteOrderMark) {
        DeclaredType type = types.at(path);
        requireOneOf("format", format, "csv", "xlsx");
        requireOneOf("header", header, "labels", "names");
        requireOneOf("bom", byteOrderMark, "true", "false");
        Locale language = header.equals("names") ? null : AskedLanguage.of(headers);
        Export export = exports.export(type, new Exports.Wanted(filter, words, sort, fields, language));
        note.taken(type.name());
        ListFile file = ListFile.of(format, byteOrderMark.equals("true"));
        StreamingOutput body = out -> export.write(file.on(out, type));
        return Response.ok(body, file.mediaType())
                .header("Content-Disposition", "attachment; filename=\"" + file.name(type) + "\"")
                .build();
    }

    private static void requireOneOf(String name, String value, String... allowed) {
        if (!List.of(allowed).contains(value)) {
            throw InvalidFields.refusal(name, "invalid");
        }
    }
}
