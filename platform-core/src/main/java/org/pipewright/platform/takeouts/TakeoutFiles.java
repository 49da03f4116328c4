package org.pipewright.platform.takeouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/** The files of records, each version as it was sent. What they belong to stands in the table of files. */
@ApplicationScoped
class TakeoutFiles {

    @Inject
    Sql sql;

    /**
     * A version of a file.
     *
     * @param size in bytes
     */
    record Attachment(UUID file, int version, String name, long size, String sha256) {

        /** Where it lies in the archive. */
        String path() {
            return "files/" + file + "/" + version + "/" + name;
        }
    }

    @Transactional(TxType.REQUIRES_NEW)
    List<Attachment> all() {
        return sql.list(
                "select f.id, v.n, f.name, v.size, v.sha256 from core.file f join core.file_version v"
                        + " on v.tenant_id = f.tenant_id and v.file_id = f.id order by f.id, v.n",
                row -> new Attachment(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getString(5)));
    }

    /** Writes its content. */
    @Transactional(TxType.REQUIRES_NEW)
    void write(Attachment attachment, OutputStream out) {
        sql.each(
                "select bytes from core.file_part where file_id = ? and n = ? order by part",
                1,
                row -> write(out, row.getBytes(1)),
                attachment.file(),
                attachment.version());
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
