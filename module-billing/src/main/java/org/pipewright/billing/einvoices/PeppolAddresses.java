package org.pipewright.billing.einvoices;

import java.util.Map;
import java.util.stream.Stream;
import org.pipewright.billing.einvoices.EInvoice.Party;
import org.pipewright.platform.spi.customers.ElectronicScheme;

/**
 * Under what the Peppol network knows a party: an electronic address that is no e-mail address, for the network takes none,
 * or else its number of value added tax with the scheme of the country, by the code list of electronic addresses (EAS).
 */
final class PeppolAddresses {

    private static final Map<String, String> SCHEMES = Map.ofEntries(
            Map.entry("AT", "9914"),
            Map.entry("BE", "9925"),
            Map.entry("BG", "9926"),
            Map.entry("CH", "9927"),
            Map.entry("CY", "9928"),
            Map.entry("CZ", "9929"),
            Map.entry("DE", "9930"),
            Map.entry("EE", "9931"),
            Map.entry("EL", "9933"),
            Map.entry("ES", "9920"),
            Map.entry("FR", "9957"),
            Map.entry("GB", "9932"),
            Map.entry("HR", "9934"),
            Map.entry("HU", "9910"),
            Map.entry("IE", "9935"),
            Map.entry("IT", "0211"),
            Map.entry("LI", "9936"),
            Map.entry("LT", "9937"),
            Map.entry("LU", "9938"),
            Map.entry("LV", "9939"),
            Map.entry("MT", "9943"),
            Map.entry("NL", "9944"),
            Map.entry("PL", "9945"),
            Map.entry("PT", "9946"),
            Map.entry("RO", "9947"),
            Map.entry("SI", "9949"),
            Map.entry("SK", "9950"));

    private PeppolAddresses() {}

    /** The party under that address; under none where it has no such number. */
    static Party of(Party party) {
        if (!party.address().isEmpty() && !party.scheme().equals(ElectronicScheme.EMAIL.code())) {
            return party;
        }
        String scheme = Stream.of(party.vatId())
                .filter(number -> number.length() > 2)
                .map(number -> SCHEMES.getOrDefault(number.substring(0, 2), ""))
                .findFirst()
                .orElse("");
        return new Party(
                party.name(),
                party.street(),
                party.postalCode(),
                party.city(),
                party.country(),
                party.vatId(),
                party.taxNumber(),
                party.legalId(),
                scheme.isEmpty() ? "" : party.vatId(),
                scheme,
                party.contact());
    }
}
