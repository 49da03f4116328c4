package org.pipewright.platform.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.matching.Matching;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.Refusal;

/** Record types whose records are compared. */
@ApplicationScoped
class MatchedTypes {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    /** The type of that name; refuses when there is none with rules that the caller may view. */
    DeclaredType named(String name) {
        DeclaredType type = types.named(name)
                .filter(declared -> !Matching.rules(declared).isEmpty())
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        reading.requireView(type);
        return type;
    }
}
