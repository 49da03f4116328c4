package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.pipewright.platform.spi.activities.Activities;
import org.pipewright.platform.spi.activities.ActivityForm;
import org.pipewright.platform.spi.activities.NewActivity;

/** What is still to be done, or was noted, about a lead that is not pursued (S-LEAD-13, S-LEAD-14). */
@ApplicationScoped
class LeadFollowUps {

    private static final int LONGEST_SUBJECT = 200;

    @Inject
    Activities activities;

    /** Plans a task for the owner of the lead, called by the lead unless something is said. */
    void plan(Lead lead, String what, LocalDate day) {
        activities.add(about(ActivityForm.TASK, lead, what).dueOn(day));
    }

    /** Notes something. */
    void note(Lead lead, String text) {
        activities.add(about(ActivityForm.NOTE, lead, text));
    }

    private static NewActivity about(ActivityForm form, Lead lead, String text) {
        String subject = text == null ? lead.name() : firstLine(text);
        return NewActivity.of(form, subject)
                .describedAs(text == null || text.equals(subject) ? null : text)
                .ownedBy(lead.owner(), lead.team())
                .about(Lead.NAME, lead.id());
    }

    private static String firstLine(String text) {
        String line = text.strip().lines().findFirst().orElse(text);
        return line.length() <= LONGEST_SUBJECT
                ? line
                : line.substring(
                        0,
                        Character.isHighSurrogate(line.charAt(LONGEST_SUBJECT - 1))
                                ? LONGEST_SUBJECT - 1
                                : LONGEST_SUBJECT);
    }
}
