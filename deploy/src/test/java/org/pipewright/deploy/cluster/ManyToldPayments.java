package org.pipewright.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.cluster.IssuedInvoice.ACME;
import static org.pipewright.deploy.cluster.IssuedInvoice.made;
import static org.pipewright.deploy.cluster.Patience.A_MINUTE;
import static org.pipewright.deploy.cluster.Patience.within;

import jakarta.json.Json;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.SignedCall;

/** A provider that tells of many payments to a node that may not live to confirm them all (S-PAY-09). */
final class ManyToldPayments {

    private static final String SECRET = "whsec_of_many";
    /** As many as one address may tell in a minute, and some to spare. */
    private static final int PAYMENTS = 40;

    private static final String BOOKED = "select count(*) from billing.payment where payer = 'Told payer'";

    private final Console console;
    private final String number;
    private final String path;

    /** Has an invoice over all of them ready. */
    ManyToldPayments(Client client, Console console) {
        this.console = console;
        number = IssuedInvoice.to(client, "Told payer", PAYMENTS).number();
        String provider =
                made(client, "payment-providers", Json.createObjectBuilder().add("name", "Told"));
        client.done(Call.post(
                ACME + "payment-providers/" + provider + "/set-secret",
                Json.createObjectBuilder().add("secret", SECRET).build()));
        path = SignedCall.path("acme", provider);
    }

    /** Tells them, some at once, and returns when some are booked; nobody waits for the rest. */
    void begin(Client provider) {
        IntStream.range(0, 4)
                .forEach(lane -> CompletableFuture.runAsync(() ->
                        IntStream.range(0, PAYMENTS).filter(n -> n % 4 == lane).forEach(n -> attempt(provider, n))));
        within(A_MINUTE, "payments are booked", () -> count(BOOKED) > 0);
    }

    private void attempt(Client provider, int n) {
        try {
            provider.send(call(n));
        } catch (UncheckedIOException nobodyAnswers) {
            // As any provider it tells again what nobody confirmed.
        }
    }

    private Call call(int n) {
        String body = Json.createObjectBuilder()
                .add("id", "told_" + n)
                .add("invoice", number)
                .add("amount", Json.createObjectBuilder().add("amount", "10.00").add("currency", "EUR"))
                .add("payer", "Told payer")
                .build()
                .toString();
        return SignedCall.of(path, SECRET, body);
    }

    /** Tells all once more: each is booked, and booked once. */
    void endsWithEachPaymentOnce(Client provider) {
        List<Integer> answers = IntStream.range(0, PAYMENTS)
                .mapToObj(n -> provider.send(call(n)).status())
                .toList();

        assertThat(answers).containsOnly(204);
        assertThat(count(BOOKED)).isEqualTo(PAYMENTS);
        assertThat(count("select count(*) from billing.bank_entry where provider_id is not null"))
                .isEqualTo(PAYMENTS);
        assertThat(count("select count(*) from billing.invoice where number = '" + number
                        + "' and open_amount = 0 and paid_amount = 10 * " + PAYMENTS))
                .isEqualTo(1);
    }

    private int count(String query) {
        return Integer.parseInt(console.query(query).get(0));
    }
}
