package org.pipewright.platform.imports;

/** What a job does with an import. */
enum Work {
    VALIDATE,
    RUN,
    UNDO
}
