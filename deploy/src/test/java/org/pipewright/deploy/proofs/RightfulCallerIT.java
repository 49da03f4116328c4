package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Every operation succeeds for whoever may do it: without this a refusal would prove nothing. */
class RightfulCallerIT {

    private final Samples samples = new Samples();

    @TestFactory
    Stream<DynamicTest> succeeds() {
        return Proof.ofEach(
                OpenApi.whole().operations().stream()
                        .filter(operation -> Samples.isPossible(operation, Workplace.ACME)),
                this::succeeds);
    }

    private void succeeds(Operation operation) {
        Sample sample = samples.of(operation, Workplace.ACME);
        DemoMember caller = operation.isOperators() ? DemoMember.OPERATOR : DemoMember.ANNA_ADMIN;

        Answer answer = RunningProduct.get().as(caller).send(sample.call());

        sample.afterwards().run();
        assertThat(answer.isSuccess())
                .as("%s %s → %s", sample.call(), sample.call().body().orElse(""), answer)
                .isTrue();
    }
}
