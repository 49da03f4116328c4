package com.example.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.events.EventConsumer;
import org.pipewright.platform.spi.records.Records;

/** Notes each word it hears; stumbles over the word "stone" until there is a note called "bridge". */
@ApplicationScoped
public class NoteOnTold implements EventConsumer {

    @Inject
    Records records;

    @Override
    public String name() {
        return "probe.note-on-told";
    }

    @Override
    public String eventType() {
        return Tell.EVENT;
    }

    @Override
    public void accept(Event event) {
        String word = event.payload().getString("word");
        if (word.equals("stone") && records.having("probe.note", "name", "bridge").isEmpty()) {
            throw new IllegalStateException("stumbled over a stone");
        }
        records.create(new Note("heard " + word));
    }
}
