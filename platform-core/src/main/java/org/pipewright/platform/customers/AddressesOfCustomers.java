package org.pipewright.platform.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.customers.CustomerAddresses;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.texts.Language;

/** Addresses as the records of customers show them. */
@ApplicationScoped
class AddressesOfCustomers implements CustomerAddresses {

    @Inject
    Records records;

    @Override
    public Optional<String> mail(Optional<UUID> contact, Optional<UUID> account) {
        return mail(person(contact)).or(() -> mail(organisation(account)));
    }

    private static Optional<String> mail(Optional<JsonObject> seen) {
        return seen.flatMap(record -> first(record, "emails")).map(mail -> mail.getString("value"));
    }

    @Override
    public Optional<Language> language(Optional<UUID> contact) {
        return person(contact).map(seen -> seen.getString("language", null)).map(Language::of);
    }

    @Override
    public List<String> letter(Optional<UUID> contact, Optional<UUID> account) {
        Optional<JsonObject> organisation = organisation(account);
        Stream<String> names = Stream.of(organisation, person(contact))
                .flatMap(Optional::stream)
                .map(seen -> seen.getString("name", ""));
        Stream<String> address =
                organisation.flatMap(seen -> first(seen, "addresses")).stream().flatMap(AddressesOfCustomers::lines);
        return Stream.concat(names, address).filter(line -> !line.isEmpty()).toList();
    }

    private static Stream<String> lines(JsonObject address) {
        String city = (address.getString("postalCode", "") + " " + address.getString("city", "")).strip();
        return Stream.of(address.getString("street", ""), city, address.getString("country", ""));
    }

    private Optional<JsonObject> person(Optional<UUID> contact) {
        return contact.flatMap(id -> records.seen("core.contact", id));
    }

    private Optional<JsonObject> organisation(Optional<UUID> account) {
        return account.flatMap(id -> records.seen("core.account", id));
    }

    private static Optional<JsonObject> first(JsonObject record, String points) {
        return record.get(points) instanceof JsonArray all
                ? all.getValuesAs(JsonObject.class).stream()
                        .min(Comparator.comparing(point -> !point.getBoolean("primary", false)))
                : Optional.empty();
    }
}
