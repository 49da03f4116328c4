package org.pipewright.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.cluster.IssuedInvoice.ACME;
import static org.pipewright.deploy.cluster.IssuedInvoice.made;
import static org.pipewright.deploy.cluster.Patience.A_MINUTE;
import static org.pipewright.deploy.cluster.Patience.TWO_MINUTES;
import static org.pipewright.deploy.cluster.Patience.within;

import jakarta.json.Json;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;

/** A file of a bank with many payments, on a node that may not live until all are booked (S-PAY-07). */
final class LongBankFile {

    private static final int INVOICES = 400;
    private static final String LONG = " from billing.invoice where number like 'LONG-%'";

    private final Console console;
    private final String file;

    /** Has the invoices ready that are going to be paid. */
    LongBankFile(Client client, Console console) {
        this.console = console;
        IssuedInvoice invoice = IssuedInvoice.to(client, "Long payer", 1);
        console.execute(
                "insert into billing.invoice select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(),"
                        + " 'number', 'LONG-' || n, 'name', 'LONG-' || n))).* from billing.invoice i,"
                        + " generate_series(1, " + INVOICES + ") n where i.id = ?::uuid",
                invoice.id());
        file = made(client, "bank-files", Json.createObjectBuilder());
    }

    private static String rows() {
        return IntStream.rangeClosed(1, INVOICES)
                .mapToObj(n -> "2025-05-06,10.00,EUR,Long payer,LONG-" + n)
                .collect(Collectors.joining("\n", "Date,Amount,Currency,Payer,Purpose\n", "\n"));
    }

    private void send(Client client) {
        client.done(Call.of("POST", ACME + "bank-files/" + file + "/files")
                .query("name", "long.csv")
                .with("application/octet-stream", rows()));
    }

    /** Sends it and returns when some entries are booked and others are not. */
    void begin(Client client) {
        send(client);
        within(A_MINUTE, "payments are booked", () -> count("select count(*)" + LONG + " and open_amount = 0") > 0);
    }

    void isUnfinished() {
        assertThat(count("select count(*)" + LONG + " and open_amount = 0")).isBetween(1, INVOICES - 1);
    }

    /** Sends it once more: each invoice is paid, and paid once. */
    void endsWithEachPaymentOnce(Client client) {
        send(client);
        within(
                TWO_MINUTES,
                "all is booked",
                () -> count("select count(*) from billing.bank_entry where status = 'NEW'") == 0);
        assertThat(count("select count(*)" + LONG + " and open_amount = 0 and paid_amount = 10"))
                .isEqualTo(INVOICES);
        assertThat(count("select count(*) from billing.bank_entry where file_id is not null"))
                .isEqualTo(INVOICES);
        assertThat(count("select count(*) from billing.payment where payer = 'Long payer'"))
                .isEqualTo(INVOICES);
        assertThat(count("select count(*) from billing.allocation a join billing.payment p on p.tenant_id = a.tenant_id"
                        + " and p.id = a.payment_id where p.payer = 'Long payer'"))
                .isEqualTo(INVOICES);
    }

    private int count(String query) {
        return Integer.parseInt(console.query(query).get(0));
    }
}
