package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.spi.records.ConversionReaction;
import org.pipewright.platform.spi.records.Conversions;

/** Tells modules of conversions. */
@ApplicationScoped
class ConversionsOfModules implements Conversions {

    @Inject
    @Any
    Instance<ConversionReaction> reactions;

    @Override
    public void converted(String recordType, UUID record, String madeType, UUID made) {
        reactions.forEach(reaction -> reaction.converted(recordType, record, madeType, made));
    }
}
