package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/**
 * Every operation succeeds for whoever may do it: without this a refusal would prove nothing. And what the server really
 * answers is what OpenAPI says: no other status, no member that is not described (S-API-01).
 */
class AnswersIT {

    /** Documents whose members are names of other things. */
    private static final Set<String> OF_ITS_OWN = Set.of("OpenApi.document", "Texts.texts");

    private final Samples samples = new Samples();
    private final OpenApi document = OpenApi.whole();

    @TestFactory
    Stream<DynamicTest> isAsDescribed() {
        return Proof.ofEach(
                document.operations().stream().filter(operation -> Samples.isPossible(operation, Workplace.ACME)),
                this::isAsDescribed);
    }

    private void isAsDescribed(Operation operation) {
        DescribedAnswer described = document.answerOf(operation);
        Sample sample = samples.of(operation, Workplace.ACME);
        DemoMember caller = operation.isOperators() ? DemoMember.OPERATOR : DemoMember.ANNA_ADMIN;

        Answer answer = RunningProduct.get().as(caller).send(sample.call());

        sample.afterwards().run();
        assertThat(answer.status())
                .as("%s %s → %s", sample.call(), sample.call().body().orElse(""), answer)
                .isEqualTo(described.status());
        assertThat(answer.body().isEmpty())
                .as("has a body: " + answer)
                .isEqualTo(described.mediaType().isEmpty());
        assertThat(answer.contentType()).startsWith(described.mediaType());
        described
                .schema()
                .filter(schema -> !OF_ITS_OWN.contains(operation.id()))
                .ifPresent(schema -> conforms(schema, answer));
    }

    private void conforms(JsonObject schema, Answer answer) {
        assertThat(Conformity.problems(document, schema, answer.json()))
                .as(answer.toString())
                .isEmpty();
    }
}
