package org.pipewright.platform.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One file on its way in.
 *
 * @param work what a job is doing with it now
 * @param done rows that work has done
 * @param reason why it failed or was cancelled
 */
record Import(
        UUID id,
        String recordType,
        UUID memberId,
        String fileName,
        ImportState state,
        String encoding,
        String delimiter,
        List<String> columns,
        String headerKey,
        ImportMapping mapping,
        boolean remembered,
        int rowCount,
        Optional<Work> work,
        int done,
        boolean cancelRequested,
        String reason,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {}
