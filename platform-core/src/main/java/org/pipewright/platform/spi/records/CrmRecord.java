package org.pipewright.platform.spi.records;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What every record has. The tenant is no attribute: the database adds and checks it. Identity, times and authorship
 * are set by the core.
 */
@MappedSuperclass
public abstract class CrmRecord {

    @Id
    private UUID id;

    @Version
    private int version;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private UUID updatedBy;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    private String missing;

    private OwnValues own;

    public UUID id() {
        return id;
    }

    public int version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public UUID updatedBy() {
        return updatedBy;
    }

    /** When it went to the bin, if it did. */
    public Optional<Instant> deletedAt() {
        return Optional.ofNullable(deletedAt);
    }

    /** Names of required facts it came without, by an import of historical data; comma-separated. */
    public Optional<String> missing() {
        return Optional.ofNullable(missing);
    }

    /** Values of the fields that the tenant added to the type, null if there is none. */
    public OwnValues own() {
        return own;
    }

    /** Called by the core when a value of a field is set that the tenant added. */
    public final void own(OwnValues values) {
        own = values;
    }

    /** Called by the core when the record is made. */
    public final void born(UUID newId, Instant at, UUID by) {
        id = newId;
        createdAt = at;
        createdBy = by;
        updatedAt = at;
        updatedBy = by;
    }

    /** Called by the core when the record was read from a row of its table. */
    public final void read(UUID ofRow, int versionOfRow) {
        id = ofRow;
        version = versionOfRow;
    }

    /** Called by the core when the record is changed. */
    public final void touched(Instant at, UUID by) {
        updatedAt = at;
        updatedBy = by;
    }

    /** Called by the core when the record goes to the bin, or comes back with {@code null}. */
    public final void binned(Instant at) {
        deletedAt = at;
    }

    /** Called by the core when historical data came in with gaps; {@code null} when complete. */
    public final void incomplete(String names) {
        missing = names;
    }
}
