package org.pipewright.billing.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Origin;

/** What is told when nothing is open of an invoice any more (S-PLAT-06). */
class InvoicesTellTest {

    private static final DeclaredType TYPE = TypeReading.read("billing", Invoice.class);
    private static final UUID ACCOUNT = new UUID(1, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private final List<String> told = new ArrayList<>();

    private static Invoice invoice(InvoiceKind kind, InvoiceStatus status, String paid, String open) {
        Invoice invoice = new Invoice();
        invoice.born(UUID.randomUUID(), Instant.EPOCH, null);
        Map.of(
                        "kind", kind,
                        "status", status,
                        "number", "IN-7",
                        "account", ACCOUNT,
                        "paid", Money.of(new BigDecimal(paid), "EUR"),
                        "open", Money.of(new BigDecimal(open), "EUR"),
                        "paidOn", DAY)
                .forEach((field, value) -> TYPE.field(field).orElseThrow().setIn(invoice, value));
        return invoice;
    }

    @ParameterizedTest(name = "{0} {1}, {2} paid, {3} open, it was {4} before: told {5} times")
    @CsvSource({
        "INVOICE,     ISSUED,    100.00, 0.00, open, 1",
        "INVOICE,     ISSUED,    0.00,   0.00, open, 1",
        "INVOICE,     CREDITED,  40.00,  0.00, open, 1",
        "INVOICE,     CREDITED,  0.00,   0.00, open, 0",
        "INVOICE,     CANCELLED, 0.00,   0.00, open, 0",
        "INVOICE,     ISSUED,    40.00, 60.00, open, 0",
        "INVOICE,     ISSUED,    100.00, 0.00, paid, 0",
        "CREDIT_NOTE, ISSUED,    100.00, 0.00, open, 0"
    })
    void isToldOnce(InvoiceKind kind, InvoiceStatus status, String paid, String open, String before, int times) {
        Invoice invoice = invoice(kind, status, paid, open);
        InvoicesTell tells = new InvoicesTell();
        tells.events = (type, record, payload) -> {
            assertThat(type).isEqualTo("billing.invoice-paid.v1");
            assertThat(record).isEqualTo(invoice.id());
            assertThat(payload).containsEntry("number", Json.createValue("IN-7"));
            told.add(payload.getString("account"));
        };

        tells.written(
                invoice,
                new Change(
                        false,
                        Set.of("paidOn"),
                        before.equals("paid") ? Map.of("paidOn", DAY) : Map.of(),
                        Origin.API,
                        false));

        assertThat(told).hasSize(times).allMatch(ACCOUNT.toString()::equals);
    }
}
