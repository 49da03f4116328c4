package org.pipewright.platform.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.apache.tika.Tika;
import org.pipewright.platform.spi.files.FileScan.IncomingFile;

/**
 * What a file holds, with its type as the content tells; the name decides only between types the content leaves open.
 *
 * @param name without folders and control characters
 * @param bytes all of it
 * @param mediaType such as {@code image/png}
 */
record FileContent(String name, byte[] bytes, String mediaType) {

    /** What browsers show without running anything that stands in it. */
    private static final Set<String> HARMLESS =
            Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf");

    private static final Tika TIKA = new Tika();

    static FileContent of(String name, byte[] bytes) {
        String plain = plain(name);
        return new FileContent(plain, bytes, TIKA.detect(bytes, plain));
    }

    /** The last part of a path, as a name that every system takes. */
    static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        return clean.length() <= RecordFile.LONGEST_NAME ? clean : shortened(clean);
    }

    /** Keeps the ending. */
    private static String shortened(String name) {
        String ending = ending(name);
        String tail = ending.isEmpty() || ending.length() > 20 ? "" : "." + ending;
        return name.substring(0, RecordFile.LONGEST_NAME - tail.length()) + tail;
    }

    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    static boolean isHarmless(String mediaType) {
        return HARMLESS.contains(mediaType);
    }

    /** As modules see it. */
    IncomingFile incoming() {
        return new IncomingFile(name, mediaType, bytes);
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
