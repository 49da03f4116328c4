package org.pipewright.platform.spi.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An activity that a module wants made. It begins as planned; a note begins as done.
 *
 * @param form what it is at heart; it is of the tenant's standard kind of that form
 * @param subject its title
 * @param description in more words, or null
 * @param dueOn day by which it is to be done, or null
 * @param startsAt time at which it begins, or null
 * @param owner member who is to do it; whoever acts if null
 * @param team it belongs to; the owner's if null
 * @param links records it is about
 * @param origin what it is made for, in the module's own words, by which it is found again; or null
 */
public record NewActivity(
        ActivityForm form,
        String subject,
        String description,
        LocalDate dueOn,
        Instant startsAt,
        UUID owner,
        UUID team,
        List<LinkedRecord> links,
        String origin) {

    public NewActivity {
        links = List.copyOf(links);
    }

    /** One with nothing but a subject. */
    public static NewActivity of(ActivityForm form, String subject) {
        return new NewActivity(form, subject, null, null, null, null, null, List.of(), null);
    }

    /** The same in more words. */
    public NewActivity describedAs(String text) {
        return new NewActivity(form, subject, text, dueOn, startsAt, owner, team, links, origin);
    }

    /** The same, to be done by the day. */
    public NewActivity dueOn(LocalDate day) {
        return new NewActivity(form, subject, description, day, startsAt, owner, team, links, origin);
    }

    /** The same for a member and a team. */
    public NewActivity ownedBy(UUID member, UUID itsTeam) {
        return new NewActivity(form, subject, description, dueOn, startsAt, member, itsTeam, links, origin);
    }

    /** The same about one record more. */
    public NewActivity about(String recordType, UUID id) {
        List<LinkedRecord> more = new ArrayList<>(links);
        more.add(new LinkedRecord(recordType, id));
        return new NewActivity(form, subject, description, dueOn, startsAt, owner, team, more, origin);
    }

    /** The same with what it is made for. */
    public NewActivity madeFor(String purpose) {
        return new NewActivity(form, subject, description, dueOn, startsAt, owner, team, links, purpose);
    }
}
