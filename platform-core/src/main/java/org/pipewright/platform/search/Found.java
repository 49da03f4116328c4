package org.pipewright.platform.search;

import java.util.List;
import java.util.UUID;

/** What a search found, by record type. */
public record Found(List<Group> groups) {

    /** Records of one type. */
    public record Group(String recordType, List<Item> items) {}

    /**
     * A record.
     *
     * @param title what people call it
     * @param subtitle what tells it apart from namesakes, may be empty
     */
    public record Item(UUID id, String title, String subtitle) {}
}
