package org.pipewright.sales.kinds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;

/** Makes a draft of the next edition of a kind that is used; its deals keep the one they have (S-KIND-17). */
@ApplicationScoped
class ReviseKind implements Verb<Kind, Nothing> {

    @Inject
    Kinds kinds;

    @Inject
    Records records;

    @Inject
    Event<KindRevised> revised;

    @Override
    public String name() {
        return "revise";
    }

    @Override
    public boolean offered(Kind kind) {
        return kind.isAllowed()
                && kind.hasStages()
                && kinds.successor(kind.id()).isEmpty();
    }

    @Override
    public void perform(Kind kind, Nothing input) {
        Kind next = records.create(kind.revised());
        kinds.stagesOf(kind.id()).forEach(entry -> records.create(entry.in(next.id())));
        revised.fire(new KindRevised(kind.id(), next.id()));
    }
}
