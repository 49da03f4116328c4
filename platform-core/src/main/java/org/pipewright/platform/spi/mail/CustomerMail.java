package org.pipewright.platform.spi.mail;

import java.util.List;
import java.util.UUID;

/** Sends mail to people the tenant deals with, unless they said they want none (S-CON-04). */
public interface CustomerMail {

    /** A file that goes with a mail. */
    record Attachment(String name, String mediaType, byte[] content) {}

    /**
     * Posts a mail, which goes out once the running transaction has committed. Refuses with 409 {@code opted-out} if the
     * address belongs to a contact that is not to be mailed.
     */
    default void send(String to, String subject, String text) {
        send(to, subject, text, List.of());
    }

    /** The same with files. */
    void send(String to, String subject, String text, List<Attachment> files);

    /**
     * The same, remembered: the functions {@code platform.letter_state}, {@code letter_handed_over} and {@code
     * letter_problem} of the database tell of the id that is returned whether it waits, was handed to the mail server,
     * failed or came back, when and why. Record types have them as fields by {@code reckonedBy}.
     */
    UUID sendRemembered(String to, String subject, String text, List<Attachment> files);
}
