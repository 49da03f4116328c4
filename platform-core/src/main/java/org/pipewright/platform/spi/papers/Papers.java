package org.pipewright.platform.spi.papers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Draws papers and keeps them. Provided by the core as a CDI bean; used inside a transaction with the tenant bound. */
public interface Papers {

    /**
     * The paper as PDF/A-3 with tags and embedded fonts, on the letterhead as it is now (S-PDF-01, S-PDF-04).
     *
     * @param kind key of a {@link PaperKind}
     * @param title of the document, for readers and programs
     * @param values as {@link PaperKind} says
     * @param enclosures files inside it
     */
    byte[] drawn(String kind, Locale language, String title, Map<String, Object> values, List<Enclosure> enclosures);

    /**
     * Keeps a file of a record for good: nobody renames, renews or removes it, and it is served as it is, whatever
     * becomes of template and letterhead (S-PDF-03).
     *
     * @return what it is found by
     */
    Kept keep(String recordType, UUID record, String name, byte[] content);

    /**
     * What the files hold that lie inside a PDF, whoever made it; nothing if it is none that can be read. Files that are
     * unusually large are left out.
     */
    List<byte[]> enclosures(byte[] pdf);

    /** What a kept file holds. */
    byte[] content(UUID kept);

    /**
     * A file that is kept.
     *
     * @param sha256 of its content, in hexadecimal digits
     */
    record Kept(UUID id, String sha256) {}
}
