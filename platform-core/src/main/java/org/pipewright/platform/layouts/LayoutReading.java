package org.pipewright.platform.layouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads layouts for those who show records, in the running transaction where there is one. */
@ApplicationScoped
@Transactional
class LayoutReading {

    @Inject
    LayoutRows rows;

    List<LayoutView> of(UUID tenant) {
        return rows.of(tenant);
    }
}
