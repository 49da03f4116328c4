package org.pipewright.billing.sheets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.einvoices.BrokenRules;
import org.pipewright.billing.einvoices.EInvoice;
import org.pipewright.billing.einvoices.EInvoiceRules;
import org.pipewright.billing.einvoices.EInvoices;
import org.pipewright.billing.einvoices.FacturX;
import org.pipewright.billing.einvoices.Finding;
import org.pipewright.billing.einvoices.Syntax;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.papers.Enclosure;
import org.pipewright.platform.spi.papers.Papers;
import org.pipewright.platform.spi.papers.Papers.Kept;

/** Draws what is issued, writes the e-invoices that go with it, and keeps both (S-INV-04, S-EINV-02). */
@ApplicationScoped
public class IssuedPapers {

    @Inject
    Papers papers;

    @Inject
    EInvoices eInvoices;

    @Inject
    BrokenRules brokenRules;

    /**
     * What is issued.
     *
     * @param type record type, and kind of paper
     * @param values what is on the paper
     * @param rules which its e-invoice obeys; none if there is no e-invoice
     * @param syntax in which it lies beside the paper
     * @param places fields in which something else stands than in those that rules are about, by the name of these
     * @param gaps what its e-invoice cannot tell
     */
    public record Issued(
            String type,
            UUID record,
            String number,
            String heading,
            Locale language,
            Map<String, Object> values,
            Optional<EInvoiceRules> rules,
            Syntax syntax,
            Map<String, String> places,
            EInvoice eInvoice,
            List<FieldError> gaps) {}

    /** The paper, and beside it the e-invoice if there is one. */
    public record Filed(Kept paper, Optional<Kept> file) {}

    /** Keeps PDF and e-invoice with the record; refuses one that breaks the rules it is to obey. */
    public Filed keep(Issued issued) {
        Map<Syntax, byte[]> written =
                issued.rules().map(wanted -> written(issued, wanted)).orElse(Map.of());
        List<Enclosure> enclosures = issued.rules()
                .filter(wanted -> written.containsKey(Syntax.CII))
                .map(wanted -> FacturX.enclosure(written.get(Syntax.CII), wanted))
                .map(List::of)
                .orElse(List.of());
        byte[] pdf = papers.drawn(issued.type(), issued.language(), issued.heading(), issued.values(), enclosures);
        return new Filed(
                papers.keep(issued.type(), issued.record(), issued.number() + ".pdf", pdf),
                Optional.ofNullable(written.get(issued.syntax()))
                        .map(xml -> papers.keep(issued.type(), issued.record(), issued.number() + ".xml", xml)));
    }

    private Map<Syntax, byte[]> written(Issued issued, EInvoiceRules rules) {
        EInvoice invoice = issued.eInvoice().addressed(rules);
        Map<Syntax, byte[]> written = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Syntax syntax : Syntax.values()) {
            EInvoices.Written one = eInvoices.written(invoice, syntax, rules);
            written.put(syntax, one.xml());
            findings.addAll(one.findings());
        }
        Stream<FieldError> broken = brokenRules.errors(findings, invoice.type().isSelfBilled()).stream()
                .map(error -> new FieldError(
                        issued.places().getOrDefault(error.field(), error.field()), error.code(), error.message()));
        List<FieldError> errors = Stream.concat(issued.gaps().stream(), broken).toList();
        if (!errors.isEmpty()) {
            throw new Refusal(BillingErrorCode.E_INVOICE, Map.of(), errors);
        }
        return written;
    }
}
