package org.pipewright.platform.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.activities.Activity;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.errors.FieldError;

/** When colleagues are free, for whoever plans a meeting (S-ACT-05). */
@Path("tenants/{tenant}/free-busy")
@Admits(value = Who.MEMBER, feature = Activity.FEATURE, recordType = Activity.NAME)
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Transactional
public class FreeBusyResource {

    private static final int MOST_MEMBERS = 50;
    private static final UUID NONE = new UUID(0, 0);
    private static final Duration LONGEST = Duration.ofDays(31);

    @Inject
    BusyTimes times;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    /**
     * When members are busy, within at most 31 days.
     *
     * @param members ids, at most 50
     * @param from beginning, as a time with its offset
     * @param to end
     * @param except id of an activity the caller sees that is being planned and does not count
     */
    @GET
    public FreeBusy freeBusy(
            @QueryParam("member") List<String> members,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("except") String except) {
        List<FieldError> errors = new ArrayList<>();
        Instant begin = instant("from", from, errors);
        Instant end = instant("to", to, errors);
        boolean inOrder = begin != null && end != null && end.isAfter(begin);
        if (begin != null
                && end != null
                && (!inOrder || Duration.between(begin, end).compareTo(LONGEST) > 0)) {
            errors.add(InvalidFields.error("to", "out-of-range"));
        }
        List<UUID> known = known(members, errors);
        UUID planned = planned(except, errors);
        InvalidFields.requireNone(errors);
        return new FreeBusy(known.stream()
                .map(member -> times.of(member, begin, end, planned))
                .toList());
    }

    private static Instant instant(String field, String text, List<FieldError> errors) {
        if (text == null || text.isBlank()) {
            errors.add(InvalidFields.error(field, "required"));
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            errors.add(InvalidFields.error(field, "wrong-type"));
            return null;
        }
    }

    private List<UUID> known(List<String> members, List<FieldError> errors) {
        List<UUID> ids = members.stream()
                .map(FreeBusyResource::id)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (members.isEmpty()) {
            errors.add(InvalidFields.error("member", "required"));
        } else if (members.size() > MOST_MEMBERS) {
            errors.add(InvalidFields.error("member", "out-of-range"));
        } else if (ids.size() < members.stream().distinct().count()
                || times.members(ids).size() < ids.size()) {
            errors.add(InvalidFields.error("member", "not-found"));
        }
        return ids;
    }

    /** What one does not see is not left out either: that would tell when it is. */
    private UUID planned(String except, List<FieldError> errors) {
        if (except == null || except.isBlank()) {
            return NONE;
        }
        Optional<UUID> seen = id(except)
                .filter(id -> reading.allows(types.named(Activity.NAME).orElseThrow(), id, Action.VIEW));
        if (seen.isEmpty()) {
            errors.add(InvalidFields.error("except", "not-found"));
        }
        return seen.orElse(NONE);
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
