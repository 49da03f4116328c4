package org.pipewright.platform.mailboxes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.files.RecordFile;

/**
 * A mail as it stands in a timeline.
 *
 * @param id of the message
 * @param subject of the mail, or null if the mail is private to somebody else
 * @param sender address, or null if private
 * @param senderName name beside the address, or null
 * @param recipients whom it was sent to, or null
 * @param direction {@code INBOUND} or {@code OUTBOUND}
 * @param delivery what became of one that went out, or null
 * @param problem why it did not arrive, or null
 * @param text what is written, shortened, or null
 * @param markup whether it can be shown as its author set it
 * @param hidden whether it is private to somebody else
 * @param files that came along and were kept
 * @param opening what is known of its being read, or null of a mail of which nothing is noted
 */
public record MessageLine(
        UUID id,
        String subject,
        String sender,
        String senderName,
        String recipients,
        String direction,
        String delivery,
        String problem,
        String text,
        boolean markup,
        boolean hidden,
        List<RecordFile> files,
        Opening opening) {

    /**
     * What is known of its being read.
     *
     * @param times how often it was opened
     * @param first when it was opened first, or null
     * @param clicks how often its links were followed
     * @param links those that were followed
     */
    public record Opening(int times, Instant first, int clicks, List<String> links) {}
}
