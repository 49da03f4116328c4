package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;

/** Asks of records as the bound tenant itself, which reaches all of them, whoever acts. */
@ApplicationScoped
class AsTenant {

    @Inject
    RecordTypes types;

    @Inject
    CallerBinding binding;

    @Inject
    Callers callers;

    Caller caller() {
        return binding.memberId() == null ? binding.caller() : callers.system(binding.tenantId());
    }

    Query query(DeclaredType type) {
        return new Query(types, caller(), type);
    }

    Query query(String recordType) {
        return query(types.named(recordType).orElseThrow());
    }
}
