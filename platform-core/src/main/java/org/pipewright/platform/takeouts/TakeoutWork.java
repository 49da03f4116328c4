package org.pipewright.platform.takeouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.pipewright.platform.access.Caller.TenantFacts;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.jobs.JobCancelled;
import org.pipewright.platform.jobs.JobHandler;
import org.pipewright.platform.jobs.JobRun;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.takeouts.TakeoutTables.Source;

/** Makes the archive (S-TEN-14). A node that dies leaves nothing behind: another begins anew. */
@ApplicationScoped
class TakeoutWork implements JobHandler {

    static final String KIND = "takeout";

    @Inject
    TakeoutTables tables;

    @Inject
    TakeoutFiles attachments;

    @Inject
    TakeoutRows rows;

    @Inject
    CallerBinding binding;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean resumable() {
        return true;
    }

    @Override
    public boolean worksWhileClosed() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(run.payload().getString("takeout"));
        rows.running(id);
        try {
            Path archive = Files.createTempFile("takeout", ".zip");
            try {
                make(run, id, archive);
            } finally {
                Files.deleteIfExists(archive);
            }
        } catch (IOException e) {
            rows.failed(id);
            throw new UncheckedIOException(e);
        } catch (JobCancelled e) {
            rows.failed(id);
            throw e;
        } catch (RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                rows.failed(id);
            }
            throw e;
        }
    }

    private void make(JobRun run, UUID id, Path archive) throws IOException {
        MessageDigest digest = sha256();
        JsonObject manifest;
        try (ZipOutputStream zip = new ZipOutputStream(
                new DigestOutputStream(Files.newOutputStream(archive), digest), StandardCharsets.UTF_8)) {
            manifest = fill(run, zip);
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(manifest.toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        rows.ready(id, archive, HexFormat.of().formatHex(digest.digest()), manifest);
    }

    private JsonObject fill(JobRun run, ZipOutputStream zip) throws IOException {
        TenantFacts tenant = binding.caller().tenant();
        List<Source> sources = tables.sources();
        run.total(sources.size());
        JsonArrayBuilder files = Json.createArrayBuilder();
        for (int n = 0; n < sources.size(); n++) {
            files.add(file(sources.get(n), tenant.id(), zip));
            run.progress(n + 1);
            run.stopIfCancelled();
        }
        return Json.createObjectBuilder()
                .add("tenant", tenant.id().toString())
                .add("slug", tenant.slug())
                .add("name", tenant.name())
                .add("product", "Pipewright " + CoreModule.VERSION)
                .add("createdAt", Instant.now().toString())
                .add("files", files)
                .add("attachments", attachments(run, zip))
                .build();
    }

    private JsonObjectBuilder file(Source source, UUID tenant, ZipOutputStream zip) throws IOException {
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(source.name()));
        long count = tables.write(source, tenant, new DigestOutputStream(new Unclosed(zip), digest));
        zip.closeEntry();
        JsonObjectBuilder file = Json.createObjectBuilder()
                .add("name", source.name())
                .add("table", source.table())
                .add("rows", count)
                .add("sha256", HexFormat.of().formatHex(digest.digest()));
        return source.recordType().isEmpty() ? file : file.add("recordType", source.recordType());
    }

    /** Files of records, as they were sent. */
    private JsonArrayBuilder attachments(JobRun run, ZipOutputStream zip) throws IOException {
        JsonArrayBuilder listed = Json.createArrayBuilder();
        for (TakeoutFiles.Attachment attachment : attachments.all()) {
            zip.putNextEntry(new ZipEntry(attachment.path()));
            attachments.write(attachment, new Unclosed(zip));
            zip.closeEntry();
            listed.add(Json.createObjectBuilder()
                    .add("name", attachment.path())
                    .add("size", attachment.size())
                    .add("sha256", attachment.sha256()));
            run.stopIfCancelled();
        }
        return listed;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Passes whole arrays on, and leaves the archive open. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
