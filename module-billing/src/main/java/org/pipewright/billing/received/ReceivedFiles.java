package org.pipewright.billing.received;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.einvoices.EInvoice;
import org.pipewright.billing.einvoices.EInvoiceReading;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.files.FileReaction;
import org.pipewright.platform.spi.files.FileScan.IncomingFile;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.papers.Papers;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;

/**
 * Reads the first file of a received invoice, an XML file or a PDF with one inside, and keeps what it says. What comes
 * after it are enclosures, which are kept as they are. Nothing in a file is run, and nothing it points to is fetched.
 */
@ApplicationScoped
class ReceivedFiles implements FileReaction {

    private static final int MOST_LINES = 5_000;

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    CurrentCaller caller;

    @Inject
    Papers papers;

    @Inject
    Parts parts;

    @Inject
    Records records;

    @Override
    public String recordType() {
        return ReceivedInvoice.NAME;
    }

    @Override
    public void added(UUID record, IncomingFile file) {
        records.withId(ReceivedInvoice.class, record)
                .filter(invoice -> !invoice.isRead())
                .ifPresent(invoice -> read(invoice, file.content()));
    }

    private void read(ReceivedInvoice invoice, byte[] content) {
        if (caller.level(ReceivedInvoice.NAME, Action.EDIT) == Level.NONE) {
            throw Refusal.of(BillingErrorCode.NOT_TO_READ);
        }
        EInvoice read = eInvoice(content)
                .filter(ReceivedFiles::isUsual)
                .orElseThrow(() -> new Refusal(
                        BillingErrorCode.NO_E_INVOICE,
                        Map.of(),
                        List.of(new FieldError("content", "unreadable", "billing.received-invoice.unreadable"))));
        requireNew(read);
        records.change(invoice, changed -> changed.read(read));
        parts.add(IntStream.range(0, read.lines().size())
                .mapToObj(i ->
                        new ReceivedInvoiceLine(invoice, i + 1, read.lines().get(i)))
                .toList());
    }

    private Optional<EInvoice> eInvoice(byte[] content) {
        return Stream.concat(Stream.of(content), papers.enclosures(content).stream())
                .map(EInvoiceReading::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isUsual(EInvoice invoice) {
        return invoice.lines().size() <= MOST_LINES && Money.isCurrency(invoice.currency());
    }

    /** The same invoice is paid once: a seller gives a number to one of a day only. */
    private void requireNew(EInvoice read) {
        entityManager
                .createQuery(
                        "select known.name from ReceivedInvoice known where known.number = :number"
                                + " and known.issuedOn = :issuedOn and lower(known.seller) = lower(:seller)"
                                + " and known.deletedAt is null",
                        String.class)
                .setParameter("number", ReceivedInvoice.number(read))
                .setParameter("issuedOn", read.issued())
                .setParameter("seller", ReceivedInvoice.seller(read))
                .getResultStream()
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.of(BillingErrorCode.RECEIVED_BEFORE, name);
                });
    }
}
