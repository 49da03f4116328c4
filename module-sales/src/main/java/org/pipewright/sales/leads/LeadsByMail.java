package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.mail.MailIntake;
import org.pipewright.platform.spi.mail.ReceivedMail;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.sources.OfferedChannels;

/** Everybody unknown who writes becomes a lead; whoever is one already stays that one (S-LEAD-05, S-LEAD-06). */
@ApplicationScoped
class LeadsByMail implements MailIntake {

    private static final int LONGEST_NOTES = 10_000;
    private static final int LONGEST_NAME = 100;

    @Inject
    LeadStatuses statuses;

    @Inject
    OfferedChannels channels;

    @Inject
    Records records;

    @Inject
    CurrentTenant tenant;

    @Override
    public Optional<Place> openOf(String address) {
        return records.reachedBy(Lead.NAME, "emails", address).stream()
                .flatMap(id -> records.withId(Lead.class, id).stream())
                .filter(lead -> lead.status()
                        .flatMap(statuses::withId)
                        .filter(status -> !status.category().isFinal())
                        .isPresent())
                .findFirst()
                .map(LeadsByMail::place);
    }

    @Override
    public Optional<Place> take(ReceivedMail mail, Handling handling) {
        return tenant.hasFeature(Lead.FEATURE) ? Optional.of(place(made(mail, handling))) : Optional.empty();
    }

    private Lead made(ReceivedMail mail, Handling handling) {
        JsonObjectBuilder members = Json.createObjectBuilder()
                .add(
                        "emails",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("kind", "WORK")
                                        .add("value", mail.sender())));
        name(mail.senderName(), members);
        addUnlessEmpty(members, "subject", shortened(mail.subject(), Lead.LONGEST_SUBJECT));
        addUnlessEmpty(members, "notes", shortened(mail.text(), LONGEST_NOTES));
        if (handling.owner() != null) {
            members.add("owner", handling.owner().toString());
        }
        if (handling.team() != null) {
            members.add("team", handling.team().toString());
        }
        if (handling.source() != null && channels.has(handling.source())) {
            members.add("channel", handling.source().toString());
        }
        UUID id = records.create(Lead.NAME, members.build());
        return records.withId(Lead.class, id).orElseThrow();
    }

    /** "Ada Byron" and "Byron, Ada" alike; a name that is an address names nobody. */
    private static void name(String name, JsonObjectBuilder members) {
        if (name.isBlank() || name.contains("@")) {
            return;
        }
        String plain = name.replaceAll("^[\"']+|[\"']+$", "").strip();
        int comma = plain.indexOf(',');
        int space = plain.lastIndexOf(' ');
        if (comma > 0) {
            addUnlessEmpty(
                    members, "lastName", shortened(plain.substring(0, comma).strip(), LONGEST_NAME));
            addUnlessEmpty(
                    members, "firstName", shortened(plain.substring(comma + 1).strip(), LONGEST_NAME));
        } else if (space > 0) {
            addUnlessEmpty(
                    members, "firstName", shortened(plain.substring(0, space).strip(), LONGEST_NAME));
            addUnlessEmpty(members, "lastName", shortened(plain.substring(space + 1), LONGEST_NAME));
        } else {
            addUnlessEmpty(members, "lastName", shortened(plain, LONGEST_NAME));
        }
    }

    private static void addUnlessEmpty(JsonObjectBuilder members, String field, String value) {
        if (!value.isEmpty()) {
            members.add(field, value);
        }
    }

    private static String shortened(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** The story of a lead that was qualified goes on with its opportunity. */
    @Override
    public Optional<Place> onwards(Place place) {
        return place.recordType().equals(Lead.NAME)
                ? records.withId(Lead.class, place.record())
                        .flatMap(lead -> lead.opportunity()
                                .map(id -> new Place(Conversion.OPPORTUNITY, id, lead.owner(), lead.team())))
                : Optional.empty();
    }

    private static Place place(Lead lead) {
        return new Place(Lead.NAME, lead.id(), lead.owner(), lead.team());
    }
}
