package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Verb;

/** Makes of a mail that came while nothing took any what it would have become (S-SET-15). */
@ApplicationScoped
class TakeInMessage implements Verb<Message, Nothing> {

    @Inject
    Arrivals arrivals;

    @Override
    public String name() {
        return "take-in";
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public boolean offered(Message message) {
        return message.waits();
    }

    @Override
    public void perform(Message message, Nothing nothing) {
        arrivals.takeIn(message);
    }
}
