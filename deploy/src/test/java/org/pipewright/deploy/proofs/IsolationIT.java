package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;

/** The administrator of one tenant reaches nothing of another, on no path, and changes nothing there. */
class IsolationIT {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    /** Deliveries are made and forgotten on their own time. */
    private static final String[] MOVING = {"platform.outbox"};

    private final KeptSamples samples = new KeptSamples();
    private final Workplace acme = Workplace.ACME;
    private final Workplace globex = Workplace.GLOBEX;
    private final Client stranger = globex.admin();

    @TestFactory
    Stream<DynamicTest> aForeignTenantIsNotThere() {
        return Proof.ofEach(OpenApi.whole().ofTenant(), this::foreignTenant);
    }

    private void foreignTenant(Operation operation) {
        Sample sample = samples.of(operation, acme);

        Answer answer = unchanged(sample.call());

        sample.afterwards().run();
        assertThat(answer.status()).as("%s → %s", sample.call(), answer).isEqualTo(404);
    }

    @TestFactory
    Stream<DynamicTest> aForeignIdInTheOwnTenantIsNotThere() {
        return Proof.ofEach(
                OpenApi.whole().ofTenant().filter(operation -> operation.path().contains("{id}")), this::foreignId);
    }

    private void foreignId(Operation operation) {
        globex.manifest();
        Sample sample = samples.of(operation, acme);
        Call call = sample.call().at(sample.call().path().replace("/tenants/acme/", "/tenants/globex/"));

        Answer answer = unchanged(call);

        sample.afterwards().run();
        assertThat(answer.status()).as("%s → %s", call, answer).isEqualTo(404);
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
        Sample foreign = samples.of(operation, acme);
        String body = foreign.call().body().orElse("");
        if (!ID.matcher(body).find()) {
            foreign.afterwards().run();
            return;
        }
        Sample own = samples.of(operation, globex);
        Call call = own.call().with(own.call().headers().get("Content-Type"), body);

        Answer answer = unchanged(call);

        foreign.afterwards().run();
        own.afterwards().run();
        if (operation.action().equals("bulk")) {
            assertThat(answer.json().getInt("done", -1))
                    .as("%s → %s", call, answer)
                    .isZero();
        } else {
            assertThat(answer.status()).as("%s → %s", call, answer).isIn(400, 404);
            assertThat(answer.status() == 404 || !answer.fields().isEmpty())
                    .as(answer.toString())
                    .isTrue();
        }
    }

    @TestFactory
    Stream<DynamicTest> whatIsReadInTheOwnTenantHoldsNothingForeign() {
        Set<String> ids = acme.tables().ids();
        return Proof.ofEach(OpenApi.whole().ofTenant().filter(Operation::isRead), operation -> {
            Sample sample = samples.of(operation, globex);
            Answer answer = stranger.send(sample.call());
            sample.afterwards().run();
            assertThat(found(answer.body())).noneMatch(ids::contains);
        });
    }

    private static Set<String> found(String text) {
        return ID.matcher(text).results().map(match -> match.group()).collect(Collectors.toSet());
    }

    /** What the stranger is answered; afterwards the tables of the other tenant must be as before. */
    private Answer unchanged(Call call) {
        Map<String, String> before = acme.tables().marksWithout(MOVING);
        Answer answer = stranger.send(call);
        assertThat(acme.tables().marksWithout(MOVING))
                .as("%s → %s", call, answer)
                .isEqualTo(before);
        assertThat(answer.status() < 500).as("%s → %s", call, answer).isTrue();
        return answer;
    }
}
