package org.pipewright.billing.einvoices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An invoice or credit note as EN 16931 sees it. Texts that are not told are empty. Amounts are rounded to the decimals of
 * the currency by whoever reckons; nothing is reckoned here, so that PDF, XML and database cannot differ (S-EINV-05).
 *
 * @param number BT-1
 * @param issued BT-2
 * @param due BT-9
 * @param delivered BT-72
 * @param deliveredTo BG-15, asked for by deliveries inside the Union
 * @param currency BT-5, ISO 4217
 * @param buyerReference BT-10
 * @param orderReference BT-13
 * @param note BT-22
 * @param preceding BG-3, the invoice that is credited or corrected
 * @param payment BG-16
 * @param lines BG-25
 * @param allowances BG-20
 * @param taxes BG-23
 * @param totals BG-22
 */
public record EInvoice(
        Type type,
        String number,
        LocalDate issued,
        Optional<LocalDate> due,
        Optional<LocalDate> delivered,
        Optional<Place> deliveredTo,
        String currency,
        String buyerReference,
        String orderReference,
        String note,
        Optional<Preceding> preceding,
        Party seller,
        Party buyer,
        Payment payment,
        List<Line> lines,
        List<Allowance> allowances,
        List<Tax> taxes,
        Totals totals) {

    /** The same with the addresses that a network asks for by these rules. */
    public EInvoice addressed(EInvoiceRules rules) {
        return rules.isOfPeppol() ? of(PeppolAddresses.of(seller), PeppolAddresses.of(buyer)) : this;
    }

    private EInvoice of(Party from, Party to) {
        return new EInvoice(
                type,
                number,
                issued,
                due,
                delivered,
                deliveredTo,
                currency,
                buyerReference,
                orderReference,
                note,
                preceding,
                from,
                to,
                payment,
                lines,
                allowances,
                taxes,
                totals);
    }

    /** BT-3, by UNTDID 1001 (S-EINV-06). */
    public enum Type {
        INVOICE("380"),
        CREDIT_NOTE("381"),
        CORRECTED("384"),
        /** Of the buyer, in the name of the seller. */
        SELF_BILLED("389"),
        /** What takes from one of the buyer. */
        SELF_BILLED_CREDIT_NOTE("261");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /** The code of the list. */
        public String code() {
            return code;
        }

        /** Whether it takes from an invoice. */
        public boolean isCredit() {
            return this == CREDIT_NOTE || this == SELF_BILLED_CREDIT_NOTE;
        }

        /** Whether the buyer wrote it. */
        public boolean isSelfBilled() {
            return this == SELF_BILLED || this == SELF_BILLED_CREDIT_NOTE;
        }

        /** What a code of the list comes to; of the many others each is a kind of invoice or of credit note. */
        static Type of(String code, boolean credit) {
            return Stream.of(values())
                    .filter(type -> type.code.equals(code))
                    .findFirst()
                    .orElse(credit ? CREDIT_NOTE : INVOICE);
        }
    }

    /** BT-25 and BT-26. */
    public record Preceding(String number, LocalDate issued) {}

    /**
     * Seller (BG-4) or buyer (BG-7).
     *
     * @param vatId BT-31 or BT-48, with the prefix of the country
     * @param taxNumber BT-32, the number of the local authority
     * @param legalId BT-30 or BT-47
     * @param address BT-34 or BT-49, where e-invoices are sent to
     * @param scheme of that address, by the list of the Commission
     */
    public record Party(
            String name,
            String street,
            String postalCode,
            String city,
            String country,
            String vatId,
            String taxNumber,
            String legalId,
            String address,
            String scheme,
            Contact contact) {}

    /** Where something is delivered to. */
    public record Place(String postalCode, String city, String country) {}

    /** BG-6. */
    public record Contact(String name, String phone, String email) {

        boolean isTold() {
            return !(name + phone + email).isEmpty();
        }
    }

    /**
     * How to pay.
     *
     * @param means BT-81, by UNTDID 4461
     * @param terms BT-20
     */
    public record Payment(String means, String iban, String bic, String terms) {}

    /**
     * Category and rate of a tax.
     *
     * @param category by UNCL 5305
     * @param rate in percent; none outside the scope of VAT
     */
    public record Rate(String category, Optional<BigDecimal> rate) {

        /** Where a file says nothing of tax. */
        static final Rate UNSAID = new Rate("", Optional.empty());
    }

    /**
     * What is invoiced.
     *
     * @param unit by UN/ECE Recommendation 20
     * @param price of one, without tax
     * @param discount BT-136, taken off quantity times price
     * @param net BT-131
     */
    public record Line(
            String name,
            String description,
            BigDecimal quantity,
            String unit,
            BigDecimal price,
            BigDecimal discount,
            BigDecimal net,
            Rate tax) {}

    /** A discount on the whole document, for one rate. */
    public record Allowance(BigDecimal amount, String reason, Rate tax) {}

    /** A row of the breakdown. */
    public record Tax(Rate tax, BigDecimal base, BigDecimal amount, String exemption) {}

    /**
     * Sums.
     *
     * @param lines BT-106
     * @param allowances BT-107
     * @param net BT-109
     * @param tax BT-110
     * @param gross BT-112
     * @param prepaid BT-113
     * @param rounding BT-114
     * @param payable BT-115
     */
    public record Totals(
            BigDecimal lines,
            BigDecimal allowances,
            BigDecimal net,
            BigDecimal tax,
            BigDecimal gross,
            BigDecimal prepaid,
            BigDecimal rounding,
            BigDecimal payable) {}
}
