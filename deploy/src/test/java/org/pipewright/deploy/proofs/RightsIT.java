package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** For every operation and every default role the answer is the one written in {@code rights.csv}. */
class RightsIT {

    private static final List<DemoMember> COLLEAGUES = List.of(
            DemoMember.MAX_MANAGER,
            DemoMember.RITA_REP,
            DemoMember.BILL_CLERK,
            DemoMember.TARA_TERRITORY,
            DemoMember.OTTO_ONLY);

    private final KeptSamples samples = new KeptSamples();
    private final RightsByHand table = RightsByHand.read();

    @TestFactory
    Stream<DynamicTest> ofOwnRecords() {
        return proof(OpenApi.whole().operations().stream().filter(Operation::isGeneric), RightsByHand.OWN);
    }

    /** The records of somebody in another team, below the manager's. */
    @TestFactory
    Stream<DynamicTest> ofForeignRecords() {
        return proof(OpenApi.whole().operations().stream().filter(Operation::isGeneric), RightsByHand.FOREIGN);
    }

    /** What belongs to the organisation, or to its administrator. */
    @TestFactory
    Stream<DynamicTest> ofEverythingElse() {
        return proof(
                OpenApi.whole().operations().stream()
                        .filter(operation -> !operation.isGeneric())
                        .filter(operation -> operation.isOfTenant() || operation.isOperators()),
                RightsByHand.OTHER);
    }

    @Test
    void everyLineOfTheTableIsAboutSomething() {
        assertThat(table.linesAboutNothing(OpenApi.whole().operations())).isEmpty();
    }

    private Stream<DynamicTest> proof(Stream<Operation> operations, String whose) {
        List<Operation> all = operations.toList();
        assertThat(all).isNotEmpty();
        return all.stream()
                .flatMap(operation -> COLLEAGUES.stream()
                        .map(colleague -> DynamicTest.dynamicTest(
                                whose + " " + operation.id() + " as " + colleague.role(),
                                () -> agrees(operation, whose, colleague))));
    }

    private void agrees(Operation operation, String whose, DemoMember colleague) {
        String expected = table.of(operation.id(), whose, colleague.role());
        Sample sample = sample(operation, whose, colleague);

        Answer answer = RunningProduct.get().as(colleague).send(sample.call());

        sample.afterwards().run();
        if (answer.isSuccess() && !operation.isRead()) {
            samples.spent(sample);
        }
        assertThat(RightsByHand.shown(answer))
                .as("%s %s → %s", sample.call(), sample.call().body().orElse(""), answer)
                .isEqualTo(expected);
    }

    private Sample sample(Operation operation, String whose, DemoMember colleague) {
        return switch (whose) {
            case RightsByHand.OWN -> samples.about(colleague, operation, Workplace.ACME);
            case RightsByHand.FOREIGN -> samples.about(DemoMember.ROB_REP, operation, Workplace.ACME);
            default -> samples.of(operation, Workplace.ACME);
        };
    }
}
