package org.pipewright.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.cluster.Patience.A_MINUTE;
import static org.pipewright.deploy.cluster.Patience.TWO_MINUTES;
import static org.pipewright.deploy.cluster.Patience.within;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pipewright.deploy.launcher.Product;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/**
 * One node without another to take over: its issuer is not there at the start and goes away later (S-PLAT-14), and the
 * node itself dies in the middle of its work (S-IMP-05, S-PAY-07, S-PAY-09).
 */
class LoneNodeIT {

    private static final Call WORK = Call.get("/api/tenants/acme/manifest");

    @TempDir
    Path work;

    private final RunningProduct lender = RunningProduct.get();
    private final LentDatabase database = new LentDatabase("pipewright_lone");
    private final SmallIssuer issuer = new SmallIssuer(DemoMember.ANNA_ADMIN.email());
    private Guest guest;
    private Product node;

    @AfterEach
    void stop() {
        if (node != null) {
            node.close();
        }
        issuer.close();
        database.close();
    }

    @Test
    void aNodeOutlivesItsIssuerAndItself() {
        guest = new Guest(
                work.resolve("lone"),
                database,
                Map.of(
                        "pipewright.platform.issuer-url",
                        issuer.url(),
                        "pipewright.platform.keycloak-url",
                        lender.issuer().resolve("/").toString().replaceAll("/$", "")));
        CompletableFuture<Product> started = CompletableFuture.supplyAsync(guest::start);
        livesButIsNotReadyWithoutItsIssuer();

        issuer.comeBack();
        node = started.join();
        within(TWO_MINUTES, "the demo is there", () -> anna().send(WORK).isSuccess());
        BrowserSession browser = BrowserSession.recognised(guest.address(), lender.url());
        assertThat(status(browser)).isEqualTo(200);

        issuer.goAway();
        serves(browser);
        issuer.comeBack();
        within(A_MINUTE, "it is ready again", () -> ready() == 200);
        trustsTheNewKeyAtOnce();

        finishesItsWorkAfterItsOwnDeath();
    }

    private void livesButIsNotReadyWithoutItsIssuer() {
        within(TWO_MINUTES, "it lives", this::lives);
        assertThat(ready()).isEqualTo(503);
        Answer answer = anna().send(WORK);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
        assertThat(nobody().send(Call.get("/login")).status()).isEqualTo(503);
    }

    private boolean lives() {
        try {
            return nobody().send(Call.get("/health/live")).status() == 200;
        } catch (java.io.UncheckedIOException notYet) {
            return false;
        }
    }

    /** Who is inside stays inside and known keys are still good; what another key has signed is nobody's word. */
    private void serves(BrowserSession browser) {
        within(A_MINUTE, "not ready without its issuer", () -> ready() == 503);
        assertThat(nobody().send(Call.get("/health/live")).status()).isEqualTo(200);
        assertThat(status(browser)).isEqualTo(200);
        assertThat(anna().send(WORK).status()).isEqualTo(200);
        issuer.changeKey();
        assertThat(anna().send(WORK).status()).isEqualTo(401);
    }

    private void trustsTheNewKeyAtOnce() {
        within(A_MINUTE, "the new key is known", () -> anna().send(WORK).isSuccess());
    }

    private void finishesItsWorkAfterItsOwnDeath() {
        LongBankFile booked = new LongBankFile(anna(), database.console());
        LongImport imported = new LongImport(anna(), database.console());
        booked.begin(anna());

        node.applicationServer().destroyForcibly();
        imported.isUnfinished();
        booked.isUnfinished();
        node.close();
        node = guest.start();

        imported.endsWithEachRowOnce(anna());
        booked.endsWithEachPaymentOnce(anna());
        hearsOfEachPaymentOnce();
    }

    /** It dies between booking and saying so (S-PAY-09). */
    private void hearsOfEachPaymentOnce() {
        ManyToldPayments told = new ManyToldPayments(anna(), database.console());
        told.begin(nobody());

        node.applicationServer().destroyForcibly();
        node.close();
        node = guest.start();

        told.endsWithEachPaymentOnce(nobody());
    }

    private int ready() {
        return nobody().send(Call.get("/health/ready")).status();
    }

    private int status(BrowserSession browser) {
        return browser.ask(guest.address().resolve(WORK.path())).statusCode();
    }

    /** Each call with a token of its own, so that none is trusted because it was seen before. */
    private Client anna() {
        return lender.on(guest.address(), issuer::token);
    }

    private Client nobody() {
        return lender.on(guest.address(), () -> "");
    }
}
