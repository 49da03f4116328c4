package org.pipewright.platform.mailboxes;

import java.time.Instant;
import java.util.List;

/**
 * An address from which a mail came back.
 *
 * @param address in lower case
 * @param reason in the words of whoever sent it back
 * @param since when that was last told
 */
public record UndeliverableAddress(String address, String reason, Instant since) {

    /** Addresses, the latest first. */
    public record Page(List<UndeliverableAddress> items) {}
}
