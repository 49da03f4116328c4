package org.pipewright.platform.spi.files;

/**
 * Looks at files before they are kept, as a CDI bean; a virus scanner is joined on here (S-REC-02). Called inside the
 * transaction of the upload, for files people send and for those that come with mails. An exception refuses the file
 * too: what cannot be looked at is not kept.
 */
public interface FileScan {

    /** Whether the file may be kept. */
    boolean admits(IncomingFile file);

    /**
     * A file about to be kept.
     *
     * @param name as it was given
     * @param mediaType as its content tells
     * @param content all of it; not to be changed
     */
    record IncomingFile(String name, String mediaType, byte[] content) {}
}
