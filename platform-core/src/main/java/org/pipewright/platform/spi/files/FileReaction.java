package org.pipewright.platform.spi.files;

import java.util.UUID;
import org.pipewright.platform.spi.files.FileScan.IncomingFile;

/**
 * Takes up files that people add to records of one type, as a CDI bean: for records that are there to be given files.
 * Called inside the transaction of the upload, once the file was kept, also for a new version of one. A refusal undoes
 * the upload.
 */
public interface FileReaction {

    /** Name of the record type whose files it takes up. */
    String recordType();

    /** A file was added to the record. Whoever may view the record got this far; what else it takes is asked here. */
    void added(UUID record, IncomingFile file);
}
