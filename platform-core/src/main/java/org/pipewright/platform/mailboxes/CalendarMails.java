package org.pipewright.platform.mailboxes;

/** Takes what calendar programs mail, as a CDI bean. Called inside the transaction that takes the mail. */
public interface CalendarMails {

    /**
     * Takes an entry for calendar programs (RFC 5545) that came with a mail.
     *
     * @param calendar the entry as it was written, by anybody
     * @param sender address of whoever sent the mail
     * @return whether it answers something of the tenant's, so that the mail is for nobody else
     */
    boolean take(String calendar, String sender);
}
