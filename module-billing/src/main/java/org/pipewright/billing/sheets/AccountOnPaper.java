package org.pipewright.billing.sheets;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.billing.einvoices.EInvoice.Contact;
import org.pipewright.billing.einvoices.EInvoice.Party;
import org.pipewright.billing.einvoices.EInvoice.Place;
import org.pipewright.platform.spi.customers.ElectronicScheme;

/**
 * An account as documents name it.
 *
 * @param account as REST shows it
 * @param written where it gets what it owes, if that is no address of it; it is told apart as far as it can be
 */
public record AccountOnPaper(JsonObject account, Optional<WrittenAddress> written) {

    private static final String BILLING = "BILLING";
    private static final String SHIPPING = "SHIPPING";

    /** At its own addresses. */
    public AccountOnPaper(JsonObject account) {
        this(account, Optional.empty());
    }

    /** Name and address, line by line; the country where it is not the one at home. */
    public List<String> lines(String home, Locale language) {
        return written.map(address -> Stream.concat(Stream.of(name()), address.lines(names()).stream())
                        .filter(line -> !line.isEmpty())
                        .toList())
                .orElseGet(() -> ownLines(home, language));
    }

    private List<String> ownLines(String home, Locale language) {
        return Stream.of(
                        name(),
                        part("street"),
                        (part("postalCode") + " " + part("city")).strip(),
                        abroad(home, language))
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private String abroad(String home, Locale language) {
        return country().isEmpty() || country().equals(home)
                ? ""
                : new Locale.Builder().setRegion(country()).build().getDisplayCountry(language);
    }

    /** ISO 3166 code, or empty. */
    public String country() {
        return part("country");
    }

    /** Where it gets what is delivered. */
    public Place place() {
        return new Place(part(SHIPPING, "postalCode"), part(SHIPPING, "city"), part(SHIPPING, "country"));
    }

    /** Its number of any tax, or empty. */
    public String taxNumber() {
        return text(account, "taxNumber");
    }

    /** Who buys. */
    public Party buyer() {
        return party("", "", new Contact("", "", ""));
    }

    /**
     * Who sells: other numbers than that of value added tax count too, and programs are told whom to ask.
     *
     * @param legalId its number in a register, or empty
     */
    public Party seller(String legalId) {
        return party(
                TaxNumbers.isVat(taxNumber()) ? "" : taxNumber(),
                legalId,
                new Contact(name(), value("phones"), value("emails")));
    }

    private Party party(String otherNumber, String legalId, Contact contact) {
        return new Party(
                name(),
                written.map(address -> address.street(names())).orElseGet(() -> part("street")),
                written.map(WrittenAddress::postalCode).orElseGet(() -> part("postalCode")),
                written.map(WrittenAddress::city).orElseGet(() -> part("city")),
                written.flatMap(WrittenAddress::country).orElseGet(this::country),
                TaxNumbers.vat(taxNumber()),
                otherNumber,
                legalId,
                electronic().orElseGet(() -> value("emails")),
                electronic().isEmpty() ? OrganisationOnPaper.MAIL : scheme(),
                contact);
    }

    private Optional<String> electronic() {
        return Optional.of(text(account, "electronicAddress")).filter(address -> !address.isEmpty());
    }

    private String scheme() {
        return ElectronicScheme.valueOf(text(account, "electronicScheme")).code();
    }

    private String name() {
        String legal = text(account, "legalName");
        return legal.isEmpty() ? text(account, "name") : legal;
    }

    private List<String> names() {
        return List.of(name(), text(account, "name"));
    }

    private String value(String points) {
        return all(points).findFirst().map(point -> text(point, "value")).orElse("");
    }

    private String part(String name) {
        return part(BILLING, name);
    }

    /** Of the address of that kind, or else of the primary one. */
    private String part(String kind, String name) {
        return all("addresses")
                .filter(address -> text(address, "kind").equals(kind))
                .findFirst()
                .or(() -> all("addresses").findFirst())
                .map(found -> text(found, name))
                .orElse("");
    }

    /** The first one is the primary. */
    private Stream<JsonObject> all(String points) {
        return !account.containsKey(points) || account.isNull(points)
                ? Stream.empty()
                : account.getJsonArray(points).getValuesAs(JsonObject.class).stream()
                        .sorted((one, other) ->
                                Boolean.compare(other.getBoolean("primary", false), one.getBoolean("primary", false)));
    }

    private static String text(JsonObject object, String name) {
        return object.containsKey(name) && !object.isNull(name) ? object.getString(name) : "";
    }
}
