package org.pipewright.platform.exports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.ExportNote;
import org.pipewright.platform.jobs.Jobs;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.rest.RequestBody;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;
import org.pipewright.platform.texts.AskedLanguage;

/** Exports of long lists: a job writes the file, which whoever asked for it then finds at the job (S-PLAT-15). */
@Path("tenants/{tenant}/list-exports")
@Admits(value = Who.MEMBER, capability = CoreModule.EXPORTS)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class ListExportsResource {

    @Inject
    RecordTypes types;

    @Inject
    Exports exports;

    @Inject
    Jobs jobs;

    @Inject
    ExportNote note;

    @Context
    HttpHeaders headers;

    /** The job that writes the file: follow it at {@code jobs/…} and fetch {@code jobs/…/file} once it is done. */
    public record Started(UUID job) {}

    /** Begins one. What cannot be exported is refused at once. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Answers(value = Started.class, status = 202)
    public Response begin(NewListExport wanted) {
        NewListExport given = RequestBody.present(wanted);
        DeclaredType type =
                types.named(given.recordType()).orElseThrow(() -> InvalidFields.refusal("recordType", "invalid"));
        ExportOrder order = order(type, given);
        int total = exports.total(type, order.wanted());
        note.taken(type.name());
        UUID job = jobs.start(ExportWork.KIND, order.payload(), OptionalInt.of(total));
        return Response.accepted(new Started(job))
                .header("Location", "jobs/" + job)
                .build();
    }

    private ExportOrder order(DeclaredType type, NewListExport given) {
        Locale language = given.isNamed() ? null : AskedLanguage.of(headers);
        Exports.Wanted wanted =
                new Exports.Wanted(given.filter(), given.q(), given.sort(), String.join(",", given.fields()), language);
        return new ExportOrder(type.name(), wanted, ListFile.of(given.format(), given.bom()));
    }
}
