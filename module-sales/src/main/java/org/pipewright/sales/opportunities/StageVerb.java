package org.pipewright.sales.opportunities;

import org.pipewright.platform.spi.records.Verb;
import org.pipewright.sales.kinds.Management;

/** A verb about the stage or kind of an opportunity that nothing has been decided about yet. */
interface StageVerb<I extends java.lang.Record> extends Verb<Opportunity, I> {

    @Override
    default String feature() {
        return Management.FEATURE;
    }

    @Override
    default boolean offered(Opportunity opportunity) {
        return !opportunity.isDecided();
    }

    @Override
    default boolean aside() {
        return true;
    }
}
