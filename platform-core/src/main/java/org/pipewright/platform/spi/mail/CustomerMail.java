package org.pipewright.platform.spi.mail;

/** Sends mail to people the tenant deals with, unless they said they want none (S-CON-04). */
public interface CustomerMail {

    /**
     * Posts a mail, which goes out once the running transaction has committed. Refuses with 409 {@code opted-out} if the
     * address belongs to a contact that is not to be mailed.
     */
    void send(String to, String subject, String text);
}
