package com.example.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import org.pipewright.platform.spi.events.Events;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;

/** Publishes a word about a note. */
@ApplicationScoped
public class Tell implements Verb<Note, Tell.Told> {

    static final String EVENT = "probe.told.v1";

    @Inject
    Events events;

    public record Told(@Field(required = true) String word) {}

    @Override
    public String name() {
        return "tell";
    }

    @Override
    public void perform(Note note, Told told) {
        events.publish(
                EVENT,
                note.id(),
                Json.createObjectBuilder().add("word", told.word()).build());
    }
}
