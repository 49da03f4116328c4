package org.pipewright.billing.sheets;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.billing.einvoices.EInvoice.Contact;
import org.pipewright.billing.einvoices.EInvoice.Party;
import org.pipewright.billing.einvoices.EInvoice.Place;

/**
 * An account as documents name it.
 *
 * @param account as REST shows it
 */
public record AccountOnPaper(JsonObject account) {

    /** Name and address, line by line; the country where it is not the one at home. */
    public List<String> lines(String home, Locale language) {
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
        return new Place(part("postalCode"), part("city"), country());
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
                part("street"),
                part("postalCode"),
                part("city"),
                country(),
                TaxNumbers.vat(taxNumber()),
                otherNumber,
                legalId,
                value("emails"),
                OrganisationOnPaper.MAIL,
                contact);
    }

    private String name() {
        String legal = text(account, "legalName");
        return legal.isEmpty() ? text(account, "name") : legal;
    }

    private String value(String points) {
        return first(points).map(point -> text(point, "value")).orElse("");
    }

    private String part(String name) {
        return first("addresses").map(found -> text(found, name)).orElse("");
    }

    /** The first one is the primary. */
    private Optional<JsonObject> first(String points) {
        return !account.containsKey(points) || account.isNull(points)
                ? Optional.empty()
                : account.getJsonArray(points).getValuesAs(JsonObject.class).stream()
                        .sorted((one, other) ->
                                Boolean.compare(other.getBoolean("primary", false), one.getBoolean("primary", false)))
                        .findFirst();
    }

    private static String text(JsonObject object, String name) {
        return object.containsKey(name) && !object.isNull(name) ? object.getString(name) : "";
    }
}
