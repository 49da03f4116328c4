package org.pipewright.platform.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.jobs.JobFile;
import org.pipewright.platform.jobs.JobFiles;
import org.pipewright.platform.jobs.JobHandler;
import org.pipewright.platform.jobs.JobRun;
import org.pipewright.platform.notices.Notices;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * Writes a long list into a file (S-PLAT-15), page by page, each with what the person who asked for it may do by then. A
 * node that dies leaves nothing behind: another begins anew.
 */
@ApplicationScoped
class ExportWork implements JobHandler {

    static final String KIND = "list-export";

    @Inject
    RecordTypes types;

    @Inject
    Exports exports;

    @Inject
    JobFiles files;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    Notices notices;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean resumable() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        try {
            Path file = Files.createTempFile("list", ".export");
            try {
                make(run, ExportOrder.of(run.payload()), file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(JobRun run, ExportOrder order, Path path) throws IOException {
        DeclaredType type = types.named(order.recordType()).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        run.progress(0);
        files.forget(run.id());
        int rows = write(run, exports.export(type, order.wanted(), this::starter), order.file(), type, path);
        JobFile kept =
                files.keep(run.id(), order.file().name(type), order.file().mediaType(), path);
        run.result(Json.createObjectBuilder()
                .add("file", kept.name())
                .add("rows", rows)
                .add("size", kept.size())
                .add("expiresAt", kept.expiresAt().toString())
                .build());
        notices.tellOfFile(binding.memberId(), run.id());
    }

    private static int write(JobRun run, Export export, ListFile file, DeclaredType type, Path path)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(path)) {
            return export.write(file.on(out, type), soFar -> {
                run.progress(soFar);
                run.stopIfCancelled();
            });
        }
    }

    /** Who started the job, with what that person may do now. */
    private Caller starter() {
        return callers.member(binding.tenantId(), binding.memberId())
                .orElseThrow(() -> Refusal.of(CoreErrorCode.FORBIDDEN));
    }
}
