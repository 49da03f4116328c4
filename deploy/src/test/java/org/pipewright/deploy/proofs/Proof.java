package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Makes one test of each operation. */
final class Proof {

    private Proof() {}

    static Stream<DynamicTest> ofEach(Stream<Operation> operations, Consumer<Operation> proof) {
        List<Operation> all = operations.toList();
        assertThat(all).as("operations to prove").isNotEmpty();
        return all.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> proof.accept(operation)));
    }
}
