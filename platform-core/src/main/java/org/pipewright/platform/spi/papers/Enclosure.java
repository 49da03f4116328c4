package org.pipewright.platform.spi.papers;

/**
 * A file inside a paper, for programs to read (PDF/A-3).
 *
 * @param name of the file
 * @param mediaType such as {@code text/xml}
 * @param content all of it
 * @param relationship what it is to the paper, as PDF names it, such as {@code Alternative} or {@code Data}
 * @param description for people
 * @param metadata an {@code rdf:Description} that is added to the metadata of the paper, or empty
 * @param schema what PDF/A asks to be said of that: an item of the extension schemas, or empty
 */
public record Enclosure(
        String name,
        String mediaType,
        byte[] content,
        String relationship,
        String description,
        String metadata,
        String schema) {}
