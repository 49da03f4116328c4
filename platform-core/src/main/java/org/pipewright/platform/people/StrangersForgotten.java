package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.pipewright.platform.identity.Persons;
import org.pipewright.platform.jobs.Chore;

/** Nothing is kept of those who logged in and belong to no organisation, from a day later on (S-AUTH-04). */
@ApplicationScoped
class StrangersForgotten implements Chore {

    @Inject
    Persons persons;

    @Override
    public String name() {
        return "strangers";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        persons.forgetStrangers();
    }
}
