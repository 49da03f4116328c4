package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Client;

/** The administrator of one tenant reaches nothing of another, on no path, and changes nothing there. */
class IsolationIT {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** Deliveries are made and forgotten on their own time. */
    private static final String[] MOVING = {"platform.outbox", "platform.job"};

    /** Answers for each record by itself, and what they call the number of those to which something was done. */
    private static final Map<String, String> ONE_BY_ONE = Map.of("bulk", "done", "moves", "moved");

    private final KeptSamples kept = new KeptSamples();
    private final Samples fresh = new Samples();
    private final Workplace acme = Workplace.ACME;
    private final Workplace globex = Workplace.GLOBEX;
    private final Client stranger = globex.admin();

    @TestFactory
    Stream<DynamicTest> aForeignTenantIsNotThere() {
        return Proof.ofEach(OpenApi.whole().ofTenant(), this::foreignTenant);
    }

    private void foreignTenant(Operation operation) {
        Answer answer = unchanged(source -> source.of(operation, acme));

        assertThat(answer.status()).as("%s → %s", operation, answer).isEqualTo(404);
    }

    @TestFactory
    Stream<DynamicTest> aForeignIdInTheOwnTenantIsNotThere() {
        return Proof.ofEach(
                OpenApi.whole().ofTenant().filter(operation -> operation.path().contains("{id}")), this::foreignId);
    }

    private void foreignId(Operation operation) {
        globex.manifest();

        Answer answer = unchanged(source -> {
            Sample sample = source.of(operation, acme);
            String path = sample.call().path().replace("/tenants/acme/", "/tenants/globex/");
            return new Sample(sample.call().at(path), sample.afterwards());
        });

        assertThat(answer.status()).as("%s → %s", operation, answer).isEqualTo(404);
    }

    @TestFactory
    Stream<DynamicTest> foreignIdsInABodyAreRefused() {
        return Proof.ofEach(
                OpenApi.whole()
                        .ofTenant()
                        .filter(operation -> operation.body().isPresent())
                        .filter(operation -> Samples.isPossible(operation, globex)),
                this::foreignBody);
    }

    /** The own record, but what is said about it names records of the other tenant. */
    private void foreignBody(Operation operation) {
        Sample known = kept.of(operation, acme);
        boolean namesRecords = ID.matcher(known.call().body().orElse("")).find();
        known.afterwards().run();
        if (!namesRecords) {
            return;
        }

        Answer answer = unchanged(source -> {
            Sample foreign = source.of(operation, acme);
            Sample own = source.of(operation, globex);
            String type = own.call().headers().get("Content-Type");
            return new Sample(own.call().with(type, foreign.call().body().orElseThrow()), () -> {
                foreign.afterwards().run();
                own.afterwards().run();
            });
        });

        String done = ONE_BY_ONE.get(operation.action());
        if (done != null) {
            assertThat(answer.json().getInt(done, -1))
                    .as("%s → %s", operation, answer)
                    .isZero();
        } else {
            assertThat(answer.status()).as("%s → %s", operation, answer).isIn(400, 404);
            assertThat(answer.status() == 404 || !answer.fields().isEmpty())
                    .as(answer.toString())
                    .isTrue();
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsReadInTheOwnTenantHoldsNothingForeign() {
        Set<String> ids = acme.tables().ids();
        return Proof.ofEach(OpenApi.whole().ofTenant().filter(Operation::isRead), operation -> {
            Sample sample = kept.of(operation, globex);
            Answer answer = stranger.send(sample.call());
            sample.afterwards().run();
            assertThat(found(answer.body())).noneMatch(ids::contains);
        });
    }

    private static Set<String> found(String text) {
        return ID.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
    }

    /**
     * What the stranger is answered. Where nothing at all was written meanwhile, nothing of the other tenant was; where
     * something was, be it by a chore, it is tried once more with records of its own, between two looks at all tables.
     */
    private Answer unchanged(Function<Source, Sample> trial) {
        Sample sample = trial.apply(kept::of);
        Optional<Answer> quiet = acme.tables().whileQuiet(() -> stranger.send(sample.call()));
        sample.afterwards().run();
        return quiet.orElseGet(() -> compared(trial.apply(fresh::of)));
    }

    private Answer compared(Sample sample) {
        Map<String, String> before = acme.tables().marksWithout(MOVING);
        Answer answer = stranger.send(sample.call());
        Map<String, String> after = acme.tables().marksWithout(MOVING);
        sample.afterwards().run();
        assertThat(after).as("%s → %s", sample.call(), answer).isEqualTo(before);
        return answer;
    }

    /** Where samples come from. */
    @FunctionalInterface
    private interface Source {
        Sample of(Operation operation, Workplace place);
    }
}
