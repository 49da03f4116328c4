package org.pipewright.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.function.IntFunction;
import org.pipewright.platform.spi.records.Origin;

/** Hands out what is stored in parts: each is read when its turn to be sent has come, still as the one who asked. */
@ApplicationScoped
public class StoredParts {

    @Inject
    CallerBinding binding;

    /** The parts from number 0 on, up to the first that is empty. */
    public StreamingOutput of(IntFunction<Optional<byte[]>> parts) {
        Caller caller = binding.caller();
        Origin origin = binding.origin();
        return out -> {
            Optional<byte[]> part = Optional.of(new byte[0]);
            for (int n = 0; part.isPresent(); n++) {
                out.write(part.get());
                int next = n;
                part = binding.during(caller, origin, () -> parts.apply(next));
            }
        };
    }
}
