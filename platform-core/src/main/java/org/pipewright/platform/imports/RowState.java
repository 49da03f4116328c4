package org.pipewright.platform.imports;

/** What is known of a row: after the rehearsal, after the run, after the undo. */
enum RowState {
    NEW,
    VALID,
    ERROR,
    CREATED,
    UPDATED,
    SKIPPED,
    FAILED,
    UNDONE,
    KEPT
}
