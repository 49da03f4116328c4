package org.pipewright.sales.kinds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;

/** Puts the draft of a kind's next edition into its place for new deals (S-KIND-17). */
@ApplicationScoped
class ReleaseKind implements Verb<Kind, Nothing> {

    @Inject
    Kinds kinds;

    @Inject
    Records records;

    @Override
    public String name() {
        return "release";
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public boolean offered(Kind draft) {
        return !draft.isAllowed() && former(draft).filter(Kind::isAllowed).isPresent();
    }

    private Optional<Kind> former(Kind draft) {
        return draft.former().flatMap(kinds::withId);
    }

    @Override
    public void perform(Kind draft, Nothing input) {
        Kind former = former(draft).orElseThrow();
        String name = former.name();
        boolean isPreferred = former.isPreferred();
        records.change(former, Kind::retire);
        kinds.flush();
        draft.release(name, isPreferred);
    }
}
