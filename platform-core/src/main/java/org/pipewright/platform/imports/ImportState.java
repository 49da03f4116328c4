package org.pipewright.platform.imports;

import java.util.Set;

/**
 * Where an import stands: {@code UPLOADED → MAPPED → VALIDATED → RUNNING → DONE ∣ DONE_WITH_ERRORS ∣ FAILED ∣ CANCELLED
 * → UNDONE}.
 */
enum ImportState {
    UPLOADED,
    MAPPED,
    VALIDATED,
    RUNNING,
    DONE,
    DONE_WITH_ERRORS,
    FAILED,
    CANCELLED,
    UNDONE;

    /** States in which the mapping can still be changed. */
    static final Set<ImportState> BEFORE_RUN = Set.of(UPLOADED, MAPPED, VALIDATED);

    /** States in which the run is over and can be taken back. */
    static final Set<ImportState> AFTER_RUN = Set.of(DONE, DONE_WITH_ERRORS, FAILED, CANCELLED);
}
