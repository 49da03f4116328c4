package org.pipewright.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.identity.IdentitySettings;
import org.pipewright.platform.mail.Letter;
import org.pipewright.platform.mail.Mail;

/** Writes to the person who started an import once it has run. */
@ApplicationScoped
class ImportLetters {

    @Inject
    Sql sql;

    @Inject
    Mail mail;

    @Inject
    IdentitySettings settings;

    @Inject
    CallerBinding callers;

    private record Recipient(String name, String email) {}

    void ended(Import imported, ImportRows.Counts counts) {
        sql.first(
                        "select name, email from core.member where id = ? and email is not null",
                        row -> new Recipient(row.getString(1), row.getString(2)),
                        imported.memberId())
                .ifPresent(recipient -> post(recipient, imported, counts));
    }

    private void post(Recipient recipient, Import imported, ImportRows.Counts counts) {
        Caller.TenantFacts tenant = callers.caller().tenant();
        Map<String, String> arguments = Map.of(
                "name", recipient.name(),
                "file", Objects.requireNonNullElse(imported.fileName(), imported.recordType()),
                "created", String.valueOf(counts.of(RowState.CREATED)),
                "updated", String.valueOf(counts.of(RowState.UPDATED)),
                "skipped", String.valueOf(counts.of(RowState.SKIPPED)),
                "failed", String.valueOf(counts.of(RowState.FAILED)),
                "link", settings.publicUrl() + "/t/" + tenant.slug() + "/imports/" + imported.id());
        mail.post(tenant.id(), new Letter(recipient.email(), tenant.language(), "import", arguments));
    }
}
