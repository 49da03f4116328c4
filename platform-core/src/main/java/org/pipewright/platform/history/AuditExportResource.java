package org.pipewright.platform.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.pipewright.platform.csv.CsvOutput;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.modules.Answers;

/** The audit trail as a file, newest first; that it was taken stands in the trail itself (S-AUD-01). */
@Path("tenants/{tenant}/audit/export")
@Admits(value = Who.MEMBER, capability = CoreModule.AUDIT)
@ApplicationScoped
public class AuditExportResource {

    @Inject
    AuditPages pages;

    @Inject
    ExportNote note;

    /** All lines that the filter asks for. */
    @GET
    @Produces("text/csv")
    @Answers(String.class)
    public Response export(@BeanParam AuditFilter filter) {
        AuditEntry.Page first = pages.page(filter.whole());
        note.taken("core.audit");
        StreamingOutput body = out -> {
            try (CsvOutput csv = CsvOutput.to(out, true)) {
                csv.row(AuditRow.HEADER);
                AuditEntry.Page page = first;
                while (true) {
                    page.items().forEach(entry -> csv.row(AuditRow.of(entry)));
                    if (page.next() == null) {
                        break;
                    }
                    page = pages.page(filter.following(page.next()));
                }
            }
        };
        return Response.ok(body, "text/csv;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"audit.csv\"")
                .build();
    }
}
