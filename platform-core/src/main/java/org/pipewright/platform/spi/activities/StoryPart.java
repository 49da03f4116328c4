package org.pipewright.platform.spi.activities;

import java.util.List;
import java.util.UUID;

/**
 * Says whose story is part of another record's, as a CDI bean: what happened to a lead belongs to the story of the
 * opportunity it became, without being copied (S-CONV-08, S-REC-06). Asked when activities and timelines of a record are
 * read; records the caller may not view are left out afterwards.
 */
public interface StoryPart {

    /** Name of the record type whose story has more parts. */
    String recordType();

    /** Records whose stories belong to that of the record, at most a few hundred, nearest first. */
    List<LinkedRecord> partsOf(UUID record);
}
