package org.pipewright.deploy.proofs;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.pipewright.deploy.product.DemoMember;

/**
 * Samples that serve again: what was refused has left everything as it was, and making the records of a sample takes
 * longer than the call. One whose call got through is to be given back as {@link #spent}.
 */
final class KeptSamples {

    private final Samples samples = new Samples(true);
    private final Map<String, Sample> kept = new HashMap<>();

    /** A call of the operation in that tenant. */
    Sample of(Operation operation, Workplace place) {
        return kept(place.slug() + " " + operation.id(), () -> samples.of(operation, place));
    }

    /** The same about a record of somebody else. */
    Sample about(DemoMember owner, Operation operation, Workplace place) {
        return kept(owner + " " + operation.id(), () -> samples.about(owner, operation, place));
    }

    private Sample kept(String key, Supplier<Sample> fresh) {
        Sample known = kept.get(key);
        if (known != null) {
            return known;
        }
        Sample made = fresh.get();
        if (made.leavesNothing()) {
            kept.put(key, made);
        }
        return made;
    }

    /** Its call got through, so that there is nothing left to be done, and its record is not what it was. */
    void spent(Sample sample) {
        samples.touched(sample).forEach(record -> kept.values().removeIf(other -> other.names(record)));
        kept.values().remove(sample);
    }
}
