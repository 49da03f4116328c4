package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pipewright.platform.spi.records.AddedFields;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.sales.leads.LeadContents.Piece;

/**
 * Which field of a lead goes into which field of what the lead becomes (S-CONV-07, S-CF-04). A field the tenant added goes
 * into those of the same name; the setting says otherwise, for any field of the lead: {@code ownSize=account.ownStaff},
 * several times for several places, and {@code ownSize=} for none.
 */
@ApplicationScoped
class LeadMapping {

    /** Setting of the tenant: entries between commas, semicolons or lines. */
    static final String SETTING = "sales.lead-mapping";

    private static final Pattern ENTRY = Pattern.compile("(\\w+)\\s*=\\s*(?:(account|contact|opportunity)\\.(\\w+))?");
    private static final Map<String, String> TYPES =
            Map.of("account", Conversion.ACCOUNT, "contact", Conversion.CONTACT, "opportunity", Conversion.OPPORTUNITY);

    @Inject
    TenantSettings settings;

    @Inject
    AddedFields fields;

    /** A field of a type. */
    private record Place(String recordType, String field) {}

    /** Where each field of the lead goes for which the tenant says so. */
    private Map<String, List<Place>> chosen() {
        Map<String, List<Place>> chosen = new LinkedHashMap<>();
        for (String entry : settings.text(SETTING).split("[,;\\n]")) {
            Matcher match = ENTRY.matcher(entry.strip());
            if (match.matches()) {
                List<Place> places = chosen.computeIfAbsent(match.group(1), field -> new ArrayList<>());
                if (match.group(2) != null) {
                    places.add(new Place(TYPES.get(match.group(2)), match.group(3)));
                }
            }
        }
        return chosen;
    }

    /** Whether the field goes where it always goes. */
    boolean isUsual(String field) {
        return !chosen().containsKey(field);
    }

    /** What goes into a record of the type besides the usual. */
    List<Piece> to(String recordType, JsonObject lead) {
        List<Piece> pieces = new ArrayList<>();
        places(lead)
                .forEach((field, places) -> places.stream()
                        .filter(place -> place.recordType().equals(recordType))
                        .forEach(place -> pieces.add(new Piece(field, place.field(), lead.get(field), true))));
        return pieces;
    }

    /** Where each filled field goes beyond the usual; what does not fit there goes nowhere. */
    private Map<String, List<Place>> places(JsonObject lead) {
        Map<String, List<Place>> all = new LinkedHashMap<>();
        fields.of(Lead.NAME)
                .forEach(field -> all.put(
                        field,
                        TYPES.values().stream()
                                .map(type -> new Place(type, field))
                                .toList()));
        all.putAll(chosen());
        all.keySet().removeIf(field -> !lead.containsKey(field) || lead.isNull(field));
        all.replaceAll((field, places) -> places.stream()
                .filter(place -> fields.takes(place.recordType(), place.field(), lead.get(field)))
                .toList());
        return all;
    }

    /** Fields of the lead that are told when they go nowhere: those that say something, and those the tenant added. */
    List<String> told() {
        return Stream.of(LeadContents.FIELDS, fields.of(Lead.NAME), List.copyOf(chosen().keySet()))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
